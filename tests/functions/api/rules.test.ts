import { beforeAll, describe, expect, test } from "vitest";
import { readRules } from "../../../functions/rules/read-rules.ts";
import { type Answer, type Caller, COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

/** What the rules' routes answer, beside what every answer may hold. */
type Rule = {
  parameter: string;
  value: unknown;
  checked: boolean;
  origin: string;
  shown: string;
  source: { zh: string };
};
type RulesBody = { rules: Rule[]; preset: { preset: string }; warnings: { code: string; message: string }[] };
type Outcome = {
  results: { key: string; value: unknown }[];
  findings: { code: string; level: string }[];
  used: { parameter: string; source: { zh: string } }[];
};

let test_: TestApi;
let director: Caller;
let clerk: Caller;
beforeAll(async () => {
  test_ = await openTestApi();
  director = await test_.as(["director"]);
  clerk = await test_.as(["clerk"]);
});

const decision = { decision: "Minutes no. 7 of the representatives' meeting", decidedOn: "2026-05-20" };
const rulesOf = ({ body }: Answer) => body as unknown as RulesBody;
const ruleNamed = (answer: Answer, name: string) => rulesOf(answer).rules.find(({ parameter }) => parameter === name);
const problems = ({ body }: Answer) => body.fields.map(({ path, code }) => `${path} ${code}`);

describe("reading the rules", () => {
  test("everybody of the committee reads every number with its source and whether it was looked up", async () => {
    for (const post of ["clerk", "cashier", "council"]) {
      const answer = await (await test_.as([post]))("GET", "/rules");
      expect(answer.status).toBe(200);
      expect(rulesOf(answer).preset.preset).toBe("law2026");
      expect(ruleNamed(answer, "bodies.householdsMax")).toMatchObject({
        value: 3000,
        checked: true,
        origin: "law2026",
      });
      expect(ruleNamed(answer, "elections.voterListDays")).toMatchObject({ value: 20, checked: false });
      expect(rulesOf(answer).rules.every(({ source, shown }) => source.zh !== "" && shown !== "")).toBe(true);
    }
  });

  test("nobody of another community reads them, and no program without signing in", async () => {
    const stranger = await test_.as(["director"], { community: OTHER_COMMUNITY });
    expect((await stranger("GET", `/api/communities/${COMMUNITY}/rules`)).status).toBe(404);
    expect((await test_.api.request(`/api/communities/${COMMUNITY}/rules`)).status).toBe(401);
  });

  test("a day that is none is named, and a rule that is none is not found", async () => {
    expect(problems(await clerk("GET", "/rules?day=2026-02-30"))).toEqual(["day not-a-date"]);
    expect((await clerk("GET", "/rules/no.such")).status).toBe(404);
    expect((await clerk("GET", "/rules/__proto__")).status).toBe(404);
  });
});

describe("a committee's own value", () => {
  test("the director enters it with a decision and a first day, and it acts from that day", async () => {
    const entered = await director("POST", "/rules/bodies.committeeOdd", {
      value: true,
      from: "2026-07-01",
      ...decision,
    });
    expect(entered.status).toBe(201);
    expect(ruleNamed(await clerk("GET", "/rules"), "bodies.committeeOdd")?.value).toBe(false);
    const later = ruleNamed(await clerk("GET", "/rules?day=2026-07-01"), "bodies.committeeOdd");
    expect(later).toMatchObject({ value: true, origin: "own" });
    expect(later?.source.zh).toContain(decision.decision);
    const rules = await readRules(test_.deps, COMMUNITY);
    expect(rules.flag("bodies.committeeOdd", "2026-07-01").value).toBe(true);
  });

  test("without a value the preset holds again from that day", async () => {
    const name = "/rules/bodies.womenMin";
    await director("POST", name, { value: 3, from: "2026-06-01", ...decision });
    await director("POST", name, { from: "2026-09-01", ...decision });
    const on = async (day: string) => ruleNamed(await clerk("GET", `/rules?day=${day}`), "bodies.womenMin");
    expect(await on("2026-08-31")).toMatchObject({ value: 3, origin: "own" });
    expect(await on("2026-09-01")).toMatchObject({ value: 1, origin: "law2026" });
  });

  test("the preset is chosen the same way", async () => {
    const chosen = await director("POST", "/rules/preset", { value: "seed", from: "2027-01-01", ...decision });
    expect(chosen.status).toBe(201);
    expect(ruleNamed(await clerk("GET", "/rules?day=2027-01-01"), "elections.handoverDays")?.value).toBe(3);
    expect(
      problems(await director("POST", "/rules/preset", { value: "own", from: "2027-01-01", ...decision })),
    ).toEqual(["value not-in-list"]);
  });

  test("nobody but the director enters one, not by typing into the list either", async () => {
    const setting = { value: true, from: "2026-07-01", ...decision };
    for (const post of ["clerk", "secretary", "cashier", "council"]) {
      const caller = await test_.as([post]);
      expect((await caller("POST", "/rules/bodies.committeeOdd", setting)).status).toBe(403);
    }
    const values = { parameter: "bodies.committeeOdd", value: "yes", from: "2026-07-01", ...decision };
    expect((await director("POST", "/registers/parameter-values/records", { values })).status).toBe(403);
  });

  test.each([
    [{ from: "2026-07-01", decidedOn: "2026-05-20", decision: "" }, "decision required"],
    [{ from: "2026-05-19", ...decision }, "from before-decision"],
    [{ from: "2026-07-01", decidedOn: "2026-06-02", decision: "Minutes" }, "decidedOn in-future"],
    [{ from: "2026-13-01", ...decision }, "from not-a-date"],
  ])("without a decision that was taken before its first day it is refused: %j", async (setting, problem) => {
    const refused = await director("POST", "/rules/bodies.committeeOdd", { value: true, ...setting });
    expect([refused.status, problems(refused)]).toEqual([422, [problem]]);
  });

  test.each([
    ["bodies.committeeMax", 11, "value too-large"],
    ["bodies.committeeMin", 4, "value too-small"],
    ["bodies.committeeMin", "seven", "value not-integer"],
    ["bodies.committeeOdd", 1, "value not-yes-no"],
    ["meetings.quorum", { kind: "more", num: 1, den: 3 }, "value less-than-law"],
    ["meetings.quorum", { kind: "atLeast", num: 1, den: 2 }, "value less-than-law"],
    ["meetings.quorum", { kind: "more", num: 2, den: 0 }, "value not-a-threshold"],
    ["meetings.quorum", null, "value required"],
    ["elections.votingAge", 16, "value fixed-parameter"],
    ["calendar.holidays", { year: 2027, off: ["2026-01-01"], work: [] }, "value not-holidays"],
  ])("%s cannot be %j: the law's limits and the kind of value hold", async (name, value, problem) => {
    const refused = await director("POST", `/rules/${name}`, { value, from: "2026-07-01", ...decision });
    expect([refused.status, problems(refused)]).toEqual([422, [problem]]);
  });

  test("against a limit that nobody has read in the law it is entered with a warning in words", async () => {
    const entered = await director("POST", "/rules/elections.termYears", { value: 3, from: "2026-07-01", ...decision });
    expect(entered.status).toBe(201);
    expect(rulesOf(entered).warnings).toMatchObject([{ code: "too-small" }]);
  });

  test("sent twice under one key it is entered once", async () => {
    const send = () =>
      director(
        "POST",
        "/rules/pay.averageYear",
        { value: 9_600_000, from: "2026-06-01", ...decision },
        { "idempotency-key": "one" },
      );
    const [first, second] = [await send(), await send()];
    expect(second.body.id).toBe(first.body.id);
    const one = await clerk("GET", "/rules/pay.averageYear");
    expect((one.body as unknown as { own: unknown[] }).own).toHaveLength(1);
  });
});

describe("answers by the rules", () => {
  const ask = async (name: string, values: object, day = "2026-06-01") => {
    const answer = await clerk("POST", `/rules/calculations/${name}?day=${day}`, { values });
    expect(answer.status).toBe(200);
    return answer.body as unknown as Outcome;
  };
  const result = ({ results }: Outcome, key: string) => results.find((one) => one.key === key)?.value;

  test("S3.12 candidates for seven seats, with the number and source they stand on", async () => {
    const outcome = await ask("candidates", { seats: 7 });
    expect(result(outcome, "candidates")).toBe(9);
    expect(outcome.used.map(({ parameter }) => parameter)).toContain("elections.candidateMargin");
    expect(outcome.used[0]?.source.zh).toContain("S3.12");
  });

  test("S3.18 of 55 representatives 28 must be there; 21 of 41 votes carry", async () => {
    const outcome = await ask("quorum", { vote: "election", due: 55, present: 41, votes: 20 }, "2025-06-01");
    expect([result(outcome, "quorum"), result(outcome, "pass")]).toEqual([28, 21]);
    expect(outcome.findings).toMatchObject([{ code: "majority-missed", level: "fails" }]);
  });

  test("S9.15 S9.16 the pay of the grade of the day, when no other is given", async () => {
    const outcome = await ask("pay-sheet", { leader: true, averageYear: 2_400_000 }, "2027-06-01");
    expect([result(outcome, "gross"), result(outcome, "base"), result(outcome, "paid")]).toEqual([
      110_000, 120_000, 97_800,
    ]);
    const before = await ask("pay-sheet", { averageYear: 2_400_000 });
    expect(before.findings).toMatchObject([{ code: "pay-missing" }]);
  });

  test("S9.18 S9.19 a director of nine years gets 70 yuan, and the street pays it", async () => {
    const cadre = { from: "1990-03-01", office: "director", hasIncome: false, hasPension: false };
    const nine = await ask("left-cadre-subsidy", { ...cadre, until: "1999-03-01" });
    expect([result(nine, "amount"), result(nine, "payer")]).toEqual([7000, "street"]);
    const fewer = await ask("left-cadre-subsidy", { ...cadre, until: "1999-02-28" });
    expect(result(fewer, "amount")).toBeNull();
  });

  test("C11 shares of four sources of money add up to 100.0 percent", async () => {
    const numbers = [132_000, 24_000, 12_000, 18_000];
    const parts = numbers.map((number, index) => ({ name: `source ${index + 1}`, number }));
    const outcome = await ask("shares", { parts });
    expect(outcome.results.map(({ value }) => value)).toEqual([71, 12.9, 6.4, 9.7]);
  });

  test("an entry that does not hold is named, and what is asked but missing", async () => {
    const answer = await clerk("POST", "/rules/calculations/quorum", { values: { due: "many", vote: "nobody" } });
    expect([answer.status, problems(answer)]).toEqual([422, ["due not-integer", "vote not-in-list"]]);
    expect(problems(await clerk("POST", "/rules/calculations/deadline", { values: {} }))).toEqual(["from required"]);
    expect((await clerk("POST", "/rules/calculations/none", { values: {} })).status).toBe(404);
  });
});
