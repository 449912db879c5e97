import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { posterContent } from "../../../functions/poster/content.ts";
import { findForm } from "../../../functions/sign-ups/form-item.ts";
import { openTestSurveys, QUESTIONS, sheetsOf, type TestSurveys } from "./surveys.ts";

let linli: TestSurveys;
beforeAll(async () => {
  linli = await openTestSurveys();
});

const answersOf = (sheet: Record<string, unknown>) =>
  (sheet.answers as { key: string; value: string }[]).map(({ key, value }) => `${key}=${value}`);

describe("answering a survey by QR code", () => {
  test("S6.9 an appraisal with scores is answered without an account, and counts as soon as it comes", async () => {
    const { id, code } = await linli.survey({ title: "供水公司民主评议" });
    const sent = await linli.answer(code, { use: "去过", taste: "4", meals: ["早饭", "晚饭"], persons: "３" });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/r\/[0-9a-z]{26}$/);
    expect((await linli.get(sent.location)).text).toContain('<main data-state="ok">');
    expect((await sheetsOf(linli, id)).map(answersOf)).toEqual([
      ["use=去过", "taste=4", "meals=早饭", "meals=晚饭", "persons=3"],
    ]);
    const results = await linli.results(id);
    expect(results.answers).toBe(1);
    expect(results.questions.find(({ key }) => key === "taste")).toMatchObject({ answered: 1, mean: 4 });
  });

  test("an answer to a question that was not asked is dropped, and a required one that was not asked is not missing", async () => {
    const { id, code } = await linli.survey();
    const sent = await linli.answer(code, { use: "没去过", taste: "5", since: "not a day" });
    expect(sent.status).toBe(303);
    expect((await sheetsOf(linli, id)).map(answersOf)).toEqual([["use=没去过"]]);
    const missing = await linli.answer(code, { use: "去过" });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('href="#taste"');
  });

  test("the same page sent twice, also at the same time, is one answer with one receipt; with other answers it is refused", async () => {
    const { id, code } = await linli.survey();
    const page = await linli.page(code);
    const both = await Promise.all([1, 2].map(() => linli.send(code, page, { use: "没去过" })));
    const later = await linli.send(code, page, { use: "没去过" });
    expect([...both, later].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set([...both, later].map(({ location }) => location)).size).toBe(1);
    const other = await linli.send(code, page, { use: "去过", taste: "1" });
    expect(other.status).toBe(422);
    expect(other.text).toContain("这一页已经交过");
    expect(await sheetsOf(linli, id)).toHaveLength(1);
  });

  test("what is wrong is told beside its question, and nothing entered is lost", async () => {
    const { id, code } = await linli.survey();
    const wish = '<b>"多点"</b> 素菜 👩‍🍳🥬';
    const sent = await linli.answer(code, { meals: ["午饭", "夜宵"], persons: "99", wish });
    expect(sent.status).toBe(422);
    for (const key of ["use", "meals", "persons"]) expect(sent.text).toContain(`href="#${key}"`);
    expect(sent.text).toContain("不能大于 20");
    expect(sent.text).toContain("&lt;b&gt;&quot;多点&quot;&lt;/b&gt; 素菜 👩‍🍳🥬");
    expect(sent.text).toMatch(/value="午饭" checked/);
    expect(await sheetsOf(linli, id)).toHaveLength(0);
  });

  test("emoji and Chinese of any plane are kept as written; a text of more than 1,000 characters is refused", async () => {
    const { id, code } = await linli.survey();
    const wish = `𠮷野家 👨‍👩‍👧‍👦 ${"好".repeat(980)}`;
    expect((await linli.answer(code, { use: "没去过", wish })).status).toBe(303);
    expect((await sheetsOf(linli, id)).map(answersOf)).toEqual([["use=没去过", `wish=${wish}`]]);
    const long = await linli.answer(code, { use: "没去过", wish: "长".repeat(1_001) });
    expect(long.status).toBe(422);
    expect(long.text).toContain("最多 1000 个字");
    const huge = await linli.answer(code, { use: "没去过", wish: "长".repeat(100_000) });
    expect(huge.status).toBe(413);
  });

  test("a survey that closes while somebody fills it in says so; what was sent before keeps its receipt", async () => {
    const { id, code } = await linli.survey();
    const [first, second] = [await linli.page(code), await linli.page(code)];
    const sent = await linli.send(code, first, { use: "没去过" });
    await linli.clerk("POST", `/forms/${code}/close`);
    expect((await linli.get(`/f/${code}`)).status).toBe(410);
    expect((await linli.send(code, second, { use: "没去过" })).status).toBe(410);
    expect((await linli.send(code, first, { use: "没去过" })).location).toBe(sent.location);
    expect(await sheetsOf(linli, id)).toHaveLength(1);
  });

  test("before it opens and after it closes by its own dates a survey takes nothing", async () => {
    const { code } = await linli.survey({ opens: "2030-01-01T08:00", closes: "2030-01-05T18:00" });
    const early = await linli.get(`/f/${code}`);
    expect([early.status, early.text.includes("2030年1月1日")]).toEqual([410, true]);
    const { code: over } = await linli.survey({ closes: "2026-05-31T18:00" });
    expect((await linli.get(`/f/${over}`)).status).toBe(410);
  });

  test("questions changed while somebody answers: the answer is judged and kept by the questions that were shown", async () => {
    const { id, code } = await linli.survey();
    const page = await linli.page(code);
    const [, ...others] = QUESTIONS;
    const questions = [{ ...QUESTIONS[0], options: "常去/偶尔/不去" }, ...others];
    const path = `/registers/surveys/records/${id}`;
    expect((await linli.clerk("PATCH", path, { values: { questions } }, { "if-match": "1" })).status).toBe(200);
    expect((await linli.send(code, page, { use: "没去过" })).status).toBe(303);
    expect((await linli.answer(code, { use: "没去过" })).status).toBe(422);
    expect((await linli.answer(code, { use: "不去" })).status).toBe(303);
    const versions = (await sheetsOf(linli, id)).map(({ questionsVersion }) => questionsVersion);
    expect(versions.sort()).toEqual([1, 2]);
    const use = (await linli.results(id)).questions.find(({ key }) => key === "use");
    expect(use?.options.map(({ value, count, former = false }) => [value, count, former])).toEqual([
      ["常去", 0, false],
      ["偶尔", 0, false],
      ["不去", 1, false],
      ["没去过", 1, true],
    ]);
  });

  test("a page is not taken within three seconds, nor with another version's or another survey's token", async () => {
    const [a, b] = [await linli.survey(), await linli.survey()];
    const page = await linli.page(a.code);
    expect((await linli.send(b.code, page, { use: "没去过" })).status).toBe(422);
    expect((await linli.send(a.code, { ...page, version: "7" }, { use: "没去过" })).status).toBe(422);
    linli.clock.now -= 2_000;
    expect((await linli.send(a.code, page, { use: "没去过" })).text).toContain("提交得太快");
    linli.clock.now += 2_000;
    expect(await sheetsOf(linli, a.id)).toHaveLength(0);
  });

  test("600 submissions a minute from one address are taken, the 601st waits", async () => {
    const { code } = await linli.survey();
    const statuses = await Promise.all(
      Array.from({ length: 601 }, () => linli.post(`/f/${code}`, { use: "去过" }, { address: "10.9.9.9" })),
    );
    expect(statuses.filter(({ status }) => status === 422)).toHaveLength(600);
    expect(statuses.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
  });
});

describe("the page", () => {
  test("is one answer of at most 14 kB without a script, also with 40 questions, in both languages", async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      text: `第 ${index + 1} 项服务您是否满意，为什么？`,
      type: "one",
      options: "很满意/满意/一般/不满意/很不满意/没有用过",
    }));
    const { code } = await linli.survey({ questions: many });
    for (const query of ["", "?lang=en", "?big=1"]) {
      const { text, status } = await linli.get(`/f/${code}${query}`);
      expect(status).toBe(200);
      expect(gzipSync(text).length).toBeLessThan(14_000);
      expect(text).not.toMatch(/<script|src=|@import|url\(/);
    }
    const { code: small } = await linli.survey();
    const english = await linli.get(`/f/${small}?lang=en`);
    expect(english.text).toContain("Have you been to the canteen?");
    expect(english.text).toContain("Only if you chose “Yes” in question 1");
  });

  test("has a poster that says what it is for, and no person", async () => {
    const { id, code } = await linli.survey({ purpose: "了解大家对食堂的意见", closes: "2026-07-01T18:00" });
    const opened = await linli.clerk("POST", "/forms", { kind: "survey", record: id });
    expect(opened.body).toMatchObject({ kind: "survey", record: id, code, state: "open" });
    const form = await findForm(linli.deps, code);
    const content = form && (await posterContent(linli.deps, form, "https://linli.example.cn", "zh"));
    expect(content).toMatchObject({
      title: "食堂满意度",
      url: `https://linli.example.cn/f/${code}`,
      words: { scan: "扫码填问卷" },
    });
    expect(content?.closing).toContain("2026年7月1日");
    expect(JSON.stringify(content?.facts)).toContain("了解大家对食堂的意见");
  });
});

describe("a survey as a record", () => {
  const refused = async (questions: object[], more = {}) => {
    const values = { title: "问卷", questions, ...more };
    const { status, body } = await linli.clerk("POST", "/registers/surveys/records", { values });
    expect(status).toBe(422);
    return body.fields.map(({ path, code }) => `${path} ${code}`);
  };

  test("what is wrong with a question is told by its place", async () => {
    expect(await refused([{ text: "a", type: "one", options: "只有一个" }])).toEqual([
      "questions.0.options too-few-options",
    ]);
    expect(await refused([{ text: "a", type: "scale", options: "0-99" }])).toEqual([
      "questions.0.options too-many-steps",
    ]);
    expect(await refused([{ key: "token", text: "a" }])).toEqual(["questions.0.key not-a-key"]);
    expect(
      await refused([
        { key: "a", text: "a" },
        { key: "a", text: "b" },
      ]),
    ).toEqual(["questions.1.key repeated"]);
    expect(
      await refused([
        { key: "a", text: "a", showIf: "b = 1" },
        { key: "b", text: "b" },
      ]),
    ).toEqual(["questions.0.showIf condition-later"]);
    expect(await refused([{ text: "a", showIf: "???" }])).toEqual(["questions.0.showIf not-a-condition"]);
    expect(await refused([{ text: "a" }], { opens: "2026-06-02T08:00", closes: "2026-06-01T08:00" })).toEqual([
      "closes before-start",
    ]);
  });

  test("questions without a key get one, and choices make a question of choices", async () => {
    const questions = [
      { text: "去吗", options: "去/不去" },
      { key: "q1", text: "为什么" },
    ];
    const { body } = await linli.clerk("POST", "/registers/surveys/records", { values: { title: "问卷", questions } });
    expect(body.values.questions).toEqual([
      { text: "去吗", options: "去/不去", key: "q2", type: "one" },
      { key: "q1", text: "为什么", type: "text" },
    ]);
  });

  test("a survey that was answered is not deleted; nobody types an answer", async () => {
    const { id, code } = await linli.survey();
    await linli.answer(code, { use: "没去过" });
    const gone = await linli.clerk("DELETE", `/registers/surveys/records/${id}`, undefined, { "if-match": "1" });
    expect(gone.status).toBe(409);
    const typed = await linli.clerk("POST", "/registers/answers/records", { values: { survey: id } });
    expect(typed.status).toBe(403);
  });
});
