import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { createBoard } from "../../../functions/board/app.tsx";
import { countedKey, tallyKey } from "../../../functions/counts/keys.ts";
import { TALLIED } from "../../../functions/counts/tally.ts";
import { readFile } from "../../../shared/files/read-file.ts";
import { retentionActor } from "../../../shared/words/retention.ts";
import { type Caller, COMMUNITY } from "../../support/api.ts";
import { TEST_TABLES } from "../../support/tables.ts";
import { openTestSurveys, type Results, sheetsOf, type TestSurveys } from "./surveys.ts";

let linli: TestSurveys;
beforeAll(async () => {
  linli = await openTestSurveys();
});

const counts = ({ questions }: Results, key: string) =>
  Object.fromEntries(questions.find((one) => one.key === key)?.options.map(({ value, count }) => [value, count]) ?? []);

/** Answers at once, as many pages as there are entries. */
async function answerAll(code: string, all: readonly Record<string, string | string[]>[]): Promise<number[]> {
  const pages: Record<string, string>[] = [];
  for (const _ of all) pages.push(await linli.page(code));
  const sent = await Promise.all(all.map((entries, index) => linli.send(code, pages[index] ?? {}, entries)));
  return sent.map(({ status }) => status);
}

describe("counts of a survey", () => {
  test("S6.9 scores have a mean and shares that add up to 100.0; choices of several are parts of those who answered", async () => {
    const { id, code } = await linli.survey();
    await answerAll(code, [
      { use: "去过", taste: "5", meals: ["早饭", "午饭"], persons: "3" },
      { use: "去过", taste: "4", meals: "午饭", persons: "4" },
      { use: "去过", taste: "4" },
      { use: "没去过", meals: "晚饭" },
    ]);
    const { questions, answers } = await linli.results(id);
    const of = (key: string) => questions.find((question) => question.key === key);
    expect(answers).toBe(4);
    expect(of("taste")).toMatchObject({ answered: 3, mean: 4.33 });
    expect(of("taste")?.options.map(({ share }) => share)).toEqual([0, 0, 0, 66.7, 33.3]);
    expect(of("meals")?.options.map(({ share }) => share)).toEqual([33.3, 66.7, 33.3]);
    expect(of("persons")).toMatchObject({ answered: 2, mean: 3.5 });
  });

  test("200 answers at once are all taken and counted exactly, though the stream repeats itself", async () => {
    const { id, code } = await linli.survey();
    const all = Array.from({ length: 200 }, (_, index) => ({
      use: index % 4 === 0 ? "没去过" : "去过",
      taste: String(1 + (index % 5)),
    }));
    expect(new Set(await answerAll(code, all))).toEqual(new Set([303]));
    await linli.pump.run();
    // The same changes told once more, in one batch with nothing new.
    const results = await linli.results(id);
    expect(results.answers).toBe(200);
    expect(counts(results, "use")).toEqual({ 去过: 150, 没去过: 50 });
    const told = Object.values(counts(results, "taste")).reduce((sum, count) => sum + count, 0);
    expect(told).toBe(150);
  });

  test("counts that were lost or spoilt come back exactly from the answers", async () => {
    const { id, code } = await linli.survey();
    await answerAll(
      code,
      Array.from({ length: 12 }, () => ({ use: "去过", taste: "3" })),
    );
    const before = await linli.results(id);
    const first = await linli.clerk("GET", "/registers/answers/records?limit=1000");
    const one = first.body.records.find(({ values }) => values.survey === id)?.id ?? "";
    const TableName = TEST_TABLES.records;
    await linli.documents.send(new DeleteCommand({ TableName, Key: tallyKey(id, "use") }));
    await linli.documents.send(
      new PutCommand({ TableName, Item: { ...tallyKey(id, "taste"), n: 99, "=5": 7, turn: 3 } }),
    );
    await linli.documents.send(new DeleteCommand({ TableName, Key: countedKey(TALLIED, COMMUNITY, one) }));
    const answer = await linli.clerk("POST", `/surveys/${id}/recount`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(before);
    expect(await linli.results(id)).toEqual(before);
  });

  test("an answer deleted at the end of its time stays counted; one deleted otherwise does not", async () => {
    const { id, code } = await linli.survey();
    await answerAll(
      code,
      Array.from({ length: 3 }, () => ({ use: "去过", taste: "3" })),
    );
    await linli.results(id);
    const all = await linli.clerk("GET", "/registers/answers/records?limit=1000");
    const own = all.body.records.filter(({ values }) => values.survey === id);
    const deleted = async (index: number, account: string) => {
      const key = { pk: `R#answers#${COMMUNITY}`, sk: own[index]?.id ?? "" };
      const Item = { ...key, version: 2, values: {}, deleted: true, updatedBy: { account, name: "" } };
      await linli.documents.send(new PutCommand({ TableName: TEST_TABLES.records, Item }));
    };
    await deleted(0, retentionActor.account);
    await deleted(1, "somebody");
    expect(counts(await linli.results(id), "use")).toEqual({ 去过: 2, 没去过: 0 });
    expect(await sheetsOf(linli, id)).toHaveLength(1);
  });
});

describe("files", () => {
  test("answers leave as one row each and results as one line for each choice; no cell calculates", async () => {
    const { id, code } = await linli.survey({ title: "=问卷" });
    await answerAll(code, [
      { use: "去过", taste: "5", meals: ["早饭", "晚饭"], wish: "=1+1" },
      { use: "没去过", wish: "@好" },
    ]);
    await linli.results(id);
    const text = async (path: string) => {
      const { status, body } = await linli.clerk("GET", `/surveys/${id}/${path}`);
      expect(status).toBe(200);
      return body as unknown as Uint8Array<ArrayBuffer>;
    };
    const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await text("answers.csv"));
    expect(csv.startsWith("\ufeff日期,问题版本,您去过社区食堂吗？")).toBe(true);
    expect(csv).toContain("早饭；晚饭");
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@好");
    expect(csv.trim().split("\r\n")).toHaveLength(3);
    const [sheet] = await readFile(await text("results.xlsx"));
    const lines = sheet?.rows.map((row) => row.slice(0, 5).join("|")) ?? [];
    expect(lines).toContain("您去过社区食堂吗？|单选|去过|1|50");
    const { body } = await linli.clerk("GET", `/surveys/${id}/texts/wish`);
    expect((body as unknown as { texts: string[] }).texts.sort()).toEqual(["=1+1", "@好"]);
  });

  test("another community's survey is not found, and who may not read answers gets none", async () => {
    const { id } = await linli.survey();
    const stranger = await linli.as(["director"], { community: "500100001002" });
    expect((await stranger("GET", `/surveys/${id}/results`)).status).toBe(404);
    const council = await linli.as(["council"]);
    for (const path of ["results", "answers.xlsx", "results.csv", "texts/wish", "doors"]) {
      expect((await council("GET", `/surveys/${id}/${path}`)).status).toBe(403);
    }
  });
});

describe("an appraisal that is made public", () => {
  const scored = {
    title: "物业服务评议",
    questions: [
      { key: "clean", text: "楼道卫生", type: "scale", options: "差/中/好" },
      { key: "wish", text: "还有什么建议？", type: "text" },
    ],
  };
  const publish = (who: Caller, id: string) => who("POST", `/surveys/${id}/publish`);
  const why = async (asked: ReturnType<Caller>) => {
    const { status, body } = await asked;
    return [status, ...(body.fields ?? []).map(({ code }) => code)];
  };

  test("S6.9 S8.7 shows mean and shares by grade once it is over and ten have answered, and nothing that was written", async () => {
    const director = await linli.as(["director"], { name: "李主任" });
    const { id, code } = await linli.survey(scored);
    const answer = (clean: string) => linli.answer(code, { clean, wish: "换掉物业" });
    for (const step of ["3", "3", "3", "3", "3", "2", "2", "2", "1"]) await answer(step);
    await linli.pump.run();
    expect(await why(publish(director, id))).toEqual([409, "survey-open"]);
    expect((await publish(linli.clerk, id)).status).toBe(403);
    await linli.clerk("POST", `/forms/${code}/close`);
    expect(await why(publish(director, id))).toEqual([409, "too-few-answers"]);
    const { id: whole, code: form } = await linli.survey(scored);
    const steps = ["3", "3", "3", "3", "3", "3", "2", "2", "1", "1"];
    for (const clean of steps) await linli.answer(form, { clean, wish: "换掉物业" });
    await linli.pump.run();
    await linli.clerk("POST", `/forms/${form}/close`);
    const both = await Promise.all([publish(director, whole), publish(director, whole)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { values } = both.find(({ status }) => status === 201)?.body ?? {};
    expect(values).toMatchObject({ kind: "appraisal", state: "posted", source: `surveys#${whole}` });
    const page = await createBoard(linli.deps).request(`/c/${COMMUNITY}/${values?.no}`);
    const html = await page.text();
    for (const shown of ["物业服务评议", "楼道卫生", "2.40", "60.0%", "20.0%"]) expect(html).toContain(shown);
    expect(html).not.toContain("换掉物业");
  });

  test("a survey without a scale is no appraisal", async () => {
    const director = await linli.as(["secretary"], { name: "周书记" });
    const { id, code } = await linli.survey({ title: "意见", questions: [{ key: "w", text: "建议？", type: "text" }] });
    await linli.answer(code, { w: "没有" });
    await linli.clerk("POST", `/forms/${code}/close`);
    expect(await why(publish(director, id))).toEqual([409, "no-scale"]);
  });
});
