import { beforeAll, describe, expect, test } from "vitest";
import { everyChange, itemsAfter } from "./changes.ts";
import { openTestSurveys, sheetsOf, type TestSurveys } from "./surveys.ts";

let linli: TestSurveys;
beforeAll(async () => {
  linli = await openTestSurveys();
});

const QUESTIONS = [
  { key: "q1", text: "是否满意？", type: "one", options: "满意/不满意", required: true },
  { key: "q2", text: "意见", type: "text" },
];
const byDoor = (values = {}) => linli.survey({ onePer: "household", questions: QUESTIONS, ...values });
const q1 = "满意";

describe("once per household by a code", () => {
  test("each door gets a code that is told once; what is kept cannot be turned back into it", async () => {
    const { id } = await byDoor();
    await linli.homes(3);
    const doors = await linli.codes(id);
    expect(doors).toHaveLength(new Set(doors.map(({ code }) => code)).size);
    expect(doors[0]?.label).toMatch(/栋 1单元 10\d/);
    expect(await linli.codes(id)).toEqual([]);
    const all = JSON.stringify(await everyChange(linli));
    for (const { code } of doors) expect(all).not.toContain(code);
  });

  test("a code answers once; used twice, guessed and of another survey it is told apart in words", async () => {
    const [a, b] = [await byDoor(), await byDoor()];
    await linli.homes(2);
    const [door, free] = await linli.codes(a.id);
    const [foreign] = await linli.codes(b.id);
    const first = await linli.answer(a.code, { q1, householdCode: ` ${door?.code.toUpperCase()} ` });
    expect(first.status).toBe(303);
    const said = async (householdCode: string) => {
      const { status, text } = await linli.answer(a.code, { q1, q2: "留住", householdCode });
      expect(status).toBe(422);
      expect(text).toContain("留住");
      return /id="householdCode-wrong">[^:]*: ([^<]*)</.exec(text)?.[1];
    };
    expect(await said(door?.code ?? "")).toBe("这个门牌码已经用过，每户只答一份");
    expect(await said(foreign?.code ?? "")).toBe("这是另一份问卷的门牌码");
    expect(await said("3333 4444")).toBe("没有这个门牌码，请对照纸条再填一次");
    expect(await said("not a code")).toBe("没有这个门牌码，请对照纸条再填一次");
    expect(await said("")).toBe("请填写纸条上的门牌码");
    expect((await linli.answer(a.code, { q1, householdCode: free?.code ?? "" })).status).toBe(303);
  });

  test("one code sent by two pages at the same moment is one answer", async () => {
    const { id, code } = await byDoor({ anonymous: false });
    await linli.homes(1);
    const householdCode = (await linli.codes(id))[0]?.code ?? "";
    const pages = [await linli.page(code), await linli.page(code)];
    const sent = await Promise.all(
      pages.map((page, index) => linli.send(code, page, { q1, q2: String(index), householdCode, consent: "1" })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await sheetsOf(linli, id)).toHaveLength(1);
  });

  test("who tries codes out is stopped after forty, and then even a right one is not looked at", async () => {
    const { id, code } = await byDoor();
    await linli.homes(1);
    const [door] = await linli.codes(id);
    const page = await linli.page(code);
    for (let index = 0; index < 40; index += 1) {
      expect((await linli.send(code, page, { q1, householdCode: "33334444" })).status).toBe(422);
    }
    const stopped = await linli.send(code, page, { q1, householdCode: door?.code ?? "" });
    expect(stopped.text).toContain("填错的次数太多");
    linli.clock.now += 600_000;
    expect((await linli.answer(code, { q1, householdCode: door?.code ?? "" })).status).toBe(303);
  });

  test("codes printed again replace those that were not used, and no others", async () => {
    const { id, code } = await byDoor();
    await linli.homes(2);
    const [used, lost] = await linli.codes(id);
    await linli.answer(code, { q1, householdCode: used?.code ?? "" });
    const again = await linli.codes(id, { again: true });
    expect(again.map(({ dwelling }) => dwelling)).not.toContain(used?.dwelling);
    expect((await linli.answer(code, { q1, householdCode: lost?.code ?? "" })).status).toBe(422);
    const fresh = again.find(({ dwelling }) => dwelling === lost?.dwelling)?.code ?? "";
    expect((await linli.answer(code, { q1, householdCode: fresh })).status).toBe(303);
  });

  test("codes are made for chosen doors, not for unknown ones, and only where the survey asks for them", async () => {
    const { id } = await byDoor();
    const [chosen] = await linli.homes(2);
    expect((await linli.codes(id, { dwellings: [chosen] })).map(({ dwelling }) => dwelling)).toEqual([chosen]);
    const unknown = await linli.clerk("POST", `/surveys/${id}/doors`, { dwellings: ["nowhere"] });
    expect(unknown.status).toBe(422);
    const { id: open } = await linli.survey();
    expect((await linli.clerk("POST", `/surveys/${open}/doors`, {})).status).toBe(409);
    const cashier = await linli.as(["cashier"]);
    expect((await cashier("POST", `/surveys/${id}/doors`, {})).status).toBe(403);
    expect((await cashier("GET", `/surveys/${id}/results`)).status).toBe(403);
  });

  test("a survey that keeps the door says so, asks for consent, and shows staff whose answer it is", async () => {
    const { id, code } = await byDoor({ anonymous: false });
    const [home] = await linli.homes(1);
    const door = (await linli.codes(id)).find(({ dwelling }) => dwelling === home);
    expect((await linli.get(`/f/${code}`)).text).toContain("答卷连同房号一起保存");
    expect((await linli.answer(code, { q1, householdCode: door?.code ?? "" })).text).toContain("请勾选同意");
    await linli.answer(code, { q1, householdCode: door?.code ?? "", consent: "1" });
    expect(await sheetsOf(linli, id)).toMatchObject([{ dwelling: home }]);
  });
});

describe("a secret survey", () => {
  const doorStates = async (id: string) => {
    const { body } = await linli.clerk("GET", `/surveys/${id}/doors`);
    return (body as unknown as { doors: { dwelling: string; state: string }[] }).doors;
  };

  test("staff see at once which door has answered, and no result until five can be seen together", async () => {
    const { id, code } = await byDoor();
    await linli.homes(12);
    const doors = await linli.codes(id);
    const send = (index: number) => linli.answer(code, { q1, householdCode: doors[index]?.code ?? "" });
    for (let index = 0; index < 9; index += 1) {
      expect((await send(index)).status).toBe(303);
      expect(await linli.results(id)).toMatchObject({ answers: 0, sealed: index + 1 });
    }
    expect((await doorStates(id)).filter(({ state }) => state === "used")).toHaveLength(9);
    await send(9);
    // Five are told, and five stay for those who answer last.
    expect(await linli.results(id)).toMatchObject({ answers: 5, sealed: 5 });
    await send(10);
    expect(await linli.results(id)).toMatchObject({ answers: 5, sealed: 6 });
    await linli.clerk("POST", `/forms/${code}/close`);
    const last = await linli.results(id);
    expect(last).toMatchObject({ answers: 11, sealed: 0 });
    expect(last.questions[0]?.options.map(({ count }) => count)).toEqual([11, 0]);
    expect(await sheetsOf(linli, id)).toHaveLength(11);
  });

  test("opened again for one more door and closed, it never shows that one alone", async () => {
    const { id, code } = await byDoor();
    await linli.homes(6);
    const doors = await linli.codes(id);
    const send = (index: number) => linli.answer(code, { q1, householdCode: doors[index]?.code ?? "" });
    for (let index = 0; index < 5; index += 1) await send(index);
    await linli.clerk("POST", `/forms/${code}/close`);
    expect(await linli.results(id)).toMatchObject({ answers: 5, sealed: 0 });
    await linli.clerk("POST", `/forms/${code}/open`);
    await send(5);
    await linli.clerk("POST", `/forms/${code}/close`);
    expect(await linli.results(id)).toMatchObject({ answers: 5, sealed: 1 });
  });

  test("while sealed answers wait the survey is not deleted", async () => {
    const { id, code } = await byDoor();
    await linli.homes(1);
    const [door] = await linli.codes(id);
    await linli.answer(code, { q1, householdCode: door?.code ?? "" });
    const gone = await linli.clerk("DELETE", `/registers/surveys/records/${id}`, undefined, { "if-match": "1" });
    expect(gone.status).toBe(409);
  });

  test("two who look at the same moment release each answer once", async () => {
    const { id, code } = await byDoor();
    await linli.homes(30);
    const doors = await linli.codes(id);
    for (const { code: householdCode } of doors) await linli.answer(code, { q1, householdCode });
    await linli.clerk("POST", `/forms/${code}/close`);
    await Promise.all([1, 2, 3].map(() => linli.clerk("GET", `/surveys/${id}/results`)));
    expect(await linli.results(id)).toMatchObject({ answers: doors.length, sealed: 0 });
    expect(await sheetsOf(linli, id)).toHaveLength(doors.length);
  });

  test("nothing in the table joins a door and its answer: no key, time, order, hash, length or receipt", async () => {
    const own = await openTestSurveys();
    const { id, code } = await own.survey({ onePer: "household", questions: QUESTIONS });
    await own.homes(25);
    const doors = await own.codes(id);
    // Each door writes a text that names it, so that the test knows the truth which the table must not tell.
    const before = itemsAfter(await everyChange(own));
    const steps: { dwelling: string; items: Map<string, string> }[] = [];
    for (const { dwelling, code: householdCode } of doors) {
      own.clock.now += 61_000;
      await own.answer(code, { q1, q2: `来自${dwelling}`, householdCode });
      steps.push({ dwelling, items: itemsAfter(await everyChange(own)) });
    }
    // While they come, whoever copies the table after every answer sees which door was used, and no answer.
    for (const { dwelling, items } of steps) {
      const fresh = [...items].filter(([key]) => !before.has(key));
      expect(fresh.map(([, text]) => text).join()).not.toContain("来自");
      expect(JSON.parse(items.get(`N#${id} H#${dwelling}`) ?? "{}")).toMatchObject({ used: true });
    }
    const sizes = new Set(
      [...(steps.at(-1)?.items ?? [])].flatMap(([key, text]) => (key.includes(" B#") ? [text.length] : [])),
    );
    expect(sizes.size).toBe(1);
    await own.clerk("POST", `/forms/${code}/close`);
    own.clock.now += 7_200_000;
    await own.results(id);
    const after = itemsAfter(await everyChange(own));
    const answers = [...after].filter(([key]) => key.startsWith("R#answers#"));
    expect(answers).toHaveLength(25);

    // By key and content: no item but the answers and their history holds the text, and none of them any part of a door.
    for (const { dwelling } of doors) {
      const hash = String(JSON.parse(after.get(`N#${id} H#${dwelling}`) ?? "{}").hash);
      const holding = [...after]
        .filter(([, text]) => text.includes(`来自${dwelling}`))
        .map(([key]) => key.split("#")[0]);
      expect(holding.sort()).toEqual(["H", "R"]);
      const [answer = ["", ""]] = answers.filter(([, text]) => text.includes(`来自${dwelling}`));
      const others = [...after].filter(([key]) => key.includes(answer[0].split("-").at(-1) ?? "?"));
      expect(others.map(([, text]) => text).join()).not.toContain(hash);
      expect(Object.keys(JSON.parse(after.get(`N#${id} H#${dwelling}`) ?? "{}")).sort()).toEqual([
        "hash",
        "pk",
        "sk",
        "used",
      ]);
    }
    // By time: all that were released together carry one instant, at least five of them.
    const instants = new Map<number, number>();
    for (const [, text] of answers) {
      const { createdAt } = JSON.parse(text) as { createdAt: number };
      instants.set(createdAt, (instants.get(createdAt) ?? 0) + 1);
    }
    for (const count of instants.values()) expect(count).toBeGreaterThanOrEqual(5);
    // By order: neither ids nor the stream follow the order in which doors came.
    const came = new Map(doors.map(({ dwelling }, index) => [dwelling, index]));
    const placesOf = (texts: readonly string[]) =>
      texts.flatMap((text) =>
        [...came].filter(([dwelling]) => text.includes(`来自${dwelling}`)).map(([, place]) => place),
      );
    const byId = placesOf(answers.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text));
    expect(Math.abs(correlation(byId))).toBeLessThan(0.85);
    const told = (await everyChange(own)).filter(({ key, text }) => key.startsWith("R#answers#") && text !== "");
    const byStream = placesOf(told.map(({ text }) => text));
    expect(byStream).toHaveLength(25);
    expect(Math.abs(correlation(byStream))).toBeLessThan(0.85);
  });
});

/** How far places follow their own order: 1 entirely, 0 not at all. */
function correlation(places: readonly number[]): number {
  const mean = (places.length - 1) / 2;
  const along = places.reduce((sum, place, index) => sum + (place - mean) * (index - mean), 0);
  const own = places.reduce((sum, _, index) => sum + (index - mean) ** 2, 0);
  return along / own;
}
