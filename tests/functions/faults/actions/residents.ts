import { expect } from "vitest";
import type { Caller } from "../../../support/api.ts";
import { openCountsPump } from "../../../support/pump-counts.ts";
import { hiddenInputs, TRIP } from "../../form/forms.ts";
import { type Action, added, keyed, type Ready, type Rig, yes } from "../rig.ts";

const QUESTIONS = [{ key: "use", text: "您去过社区食堂吗？", type: "one", options: "去过/没去过", required: true }];
const OPINION = { type: "opinion", cause: "三单元楼道灯坏了两周", place: "3 号楼" };

async function send({ form }: Rig, path: string, entries: Record<string, string>) {
  const response = await form.request(
    path,
    {
      method: "POST",
      body: new URLSearchParams(entries).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    },
    { event: { requestContext: { http: { sourceIp: "10.0.0.1" } } } },
  );
  return { status: response.status, body: response.headers.get("location") ?? (await response.text()) };
}

/** A page as a resident has opened it; sending it twice is sending the same twice. */
async function page(rig: Rig, code: string): Promise<Record<string, string>> {
  const response = await rig.form.request(`/f/${code}`);
  rig.clock.now += 3_000;
  return { ...hiddenInputs(await response.text()), consent: "1" };
}

const opening = (rig: Rig, kind: string, record: string, key = "opened") =>
  rig.clerk("POST", "/forms", { kind, record }, keyed(key));
const formFor = async (rig: Rig, kind: string, record: string) => (await yes(opening(rig, kind, record))).code;
const trip = (rig: Rig, more: object = {}) => added(rig.clerk, "events", { ...TRIP, ...more });

async function opinionBox(rig: Rig): Promise<string> {
  const committee = {
    code: "500100001001",
    name: "果园社区居民委员会",
    phone: "02367890001",
    address: "果园路",
    premises: "own",
  };
  return formFor(rig, "opinion", await added(rig.director, "committees", committee));
}
/** A resident's opinion that has come so far, and its receipt. */
async function opinion(rig: Rig, ...way: [name: string, values: object][]): Promise<{ id: string; receipt: string }> {
  const code = await opinionBox(rig);
  const { body: receipt } = await send(rig, `/f/${code}`, { ...(await page(rig, code)), ...OPINION });
  const { id = "" } = (await yes(rig.clerk("GET", "/registers/cases/records"))).records[0] ?? {};
  for (const [name, values] of way) await yes(step(rig.clerk, id, name, values));
  return { id, receipt };
}
const step = (who: Caller, id: string, name: string, values: object, key?: string) =>
  who("POST", `/registers/cases/records/${id}/moves/${name}`, { values }, key === undefined ? {} : keyed(key));
const CLASSIFY: [string, object] = ["classify", { addressee: ["property"] }];
const ANSWER: [string, object] = ["answer", { answer: "Repaired" }];

async function survey(rig: Rig, more: object = {}): Promise<{ id: string; code: string }> {
  const id = await added(rig.clerk, "surveys", { title: "食堂满意度", questions: QUESTIONS, ...more });
  return { id, code: await formFor(rig, "survey", id) };
}

async function counting(rig: Rig): Promise<Pick<Ready, "goOn" | "forget">> {
  const pump = await openCountsPump(rig, rig.deps);
  await pump.run();
  return { goOn: pump.run, forget: pump.take };
}

/** As many answers are counted as there are sheets. */
const tallied = (rig: Rig, id: string) => async () => {
  const { body } = await rig.clerk("GET", `/surveys/${id}/results`);
  const { questions } = body as unknown as { questions: { options: { count: number }[] }[] };
  const counts = questions[0]?.options.map(({ count }) => count) ?? [];
  expect([0, 1]).toContain(counts.reduce((sum, count) => sum + count, 0));
};

export const residentActions: readonly Action[] = [
  {
    name: "a form is opened",
    covers: ["post /communities/{c}/forms"],
    ready: async (rig) => {
      const event = await trip(rig);
      return { ask: (key) => opening(rig, "sign-up", event, key) };
    },
  },
  ...(["close", "open"] as const).map(
    (name): Action => ({
      name: `a form is set to ${name}`,
      covers: [`post /communities/{c}/forms/{code}/${name}`],
      ready: async (rig) => {
        const code = await formFor(rig, "sign-up", await trip(rig));
        if (name === "open") await yes(rig.clerk("POST", `/forms/${code}/close`));
        return { ask: (key) => rig.clerk("POST", `/forms/${code}/${name}`, undefined, keyed(key)) };
      },
    }),
  ),
  {
    name: "a resident signs up by the form",
    covers: ["form sign-up"],
    ready: async (rig) => {
      const code = await formFor(rig, "sign-up", await trip(rig));
      const entries = { ...(await page(rig, code)), name: "张三", phone: "13900000001", age: "66" };
      return { ask: () => send(rig, `/f/${code}`, entries) };
    },
  },
  {
    name: "a resident cancels, and who waits moves up",
    covers: ["form sign-up cancelled"],
    ready: async (rig) => {
      const code = await formFor(rig, "sign-up", await trip(rig, { capacity: 1 }));
      const receipts: string[] = [];
      for (const phone of ["13900000001", "13900000002"]) {
        const entries = { ...(await page(rig, code)), name: "张三", phone, age: "66" };
        receipts.push((await send(rig, `/f/${code}`, entries)).body);
      }
      return { ask: () => send(rig, receipts[0] ?? "", { action: "cancel" }) };
    },
  },
  {
    name: "an answer sheet is sent",
    covers: ["form survey"],
    ready: async (rig) => {
      const { id, code } = await survey(rig);
      const entries = { ...(await page(rig, code)), use: "去过" };
      return { ask: () => send(rig, `/f/${code}`, entries), ...(await counting(rig)), holds: tallied(rig, id) };
    },
  },
  {
    name: "somebody who moved up has been phoned",
    covers: ["post /communities/{c}/events/{id}/to-phone/{signUpId}/done"],
    ready: async (rig) => {
      const event = await trip(rig, { capacity: 1 });
      const code = await formFor(rig, "sign-up", event);
      const receipts: string[] = [];
      for (const phone of ["13900000001", "13900000002"]) {
        const entries = { ...(await page(rig, code)), name: "张三", phone, age: "66" };
        receipts.push((await send(rig, `/f/${code}`, entries)).body);
      }
      await send(rig, receipts[0] ?? "", { action: "cancel" });
      const list = await yes(rig.clerk("GET", `/events/${event}/to-phone`));
      const [person] = (list as unknown as { people: { id: string }[] }).people;
      const path = `/events/${event}/to-phone/${person?.id}/done`;
      return { ask: (key) => rig.clerk("POST", path, undefined, keyed(key)) };
    },
  },
  {
    name: "an appraisal is made public",
    covers: ["post /communities/{c}/surveys/{id}/publish"],
    ready: async (rig) => {
      const scale = [{ key: "clean", text: "楼道卫生", type: "scale", options: "差/中/好" }];
      const { id, code } = await survey(rig, { questions: scale });
      for (let answer = 0; answer < 10; answer += 1) {
        await send(rig, `/f/${code}`, { ...(await page(rig, code)), clean: "3" });
      }
      await (await counting(rig)).goOn?.();
      await yes(rig.clerk("POST", `/forms/${code}/close`));
      return { ask: (key) => rig.director("POST", `/surveys/${id}/publish`, undefined, keyed(key)) };
    },
  },
  {
    name: "codes for doors are made",
    covers: ["post /communities/{c}/surveys/{id}/doors"],
    ready: async (rig) => {
      const { id } = await survey(rig, { onePer: "household" });
      const group = await added(rig.clerk, "groups", { no: 1 });
      for (const room of ["101", "102"]) {
        await added(rig.clerk, "dwellings", { building: "1栋", unit: "1单元", room, group });
      }
      return { ask: (key) => rig.clerk("POST", `/surveys/${id}/doors`, {}, keyed(key)) };
    },
  },
  {
    name: "an opinion is sent",
    covers: ["form opinion"],
    ready: async (rig) => {
      const code = await opinionBox(rig);
      const entries = { ...(await page(rig, code)), ...OPINION };
      return { ask: () => send(rig, `/f/${code}`, entries) };
    },
  },
  {
    name: "an opinion is classified",
    covers: ["opinion classify"],
    ready: async (rig) => {
      const { id } = await opinion(rig);
      return { ask: (key) => step(rig.clerk, id, ...CLASSIFY, key) };
    },
  },
  {
    name: "an opinion is answered",
    covers: ["opinion answer"],
    ready: async (rig) => {
      const { id } = await opinion(rig, CLASSIFY);
      return { ask: (key) => step(rig.clerk, id, ...ANSWER, key) };
    },
  },
  {
    name: "an answer is rated by the receipt",
    covers: ["opinion rate"],
    ready: async (rig) => {
      const { receipt } = await opinion(rig, CLASSIFY, ANSWER);
      return { ask: () => send(rig, receipt, { action: "rate", satisfied: "4" }) };
    },
  },
];
