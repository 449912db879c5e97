import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import { termAfter } from "../../../shared/rules/duty.ts";
import { certificateProblems, leadingProblems, windowProblems } from "../../../shared/rules/election.ts";
import { listsShown, shownSince } from "../../../shared/rules/election-conditions.ts";
import { daysLate, stageOf } from "../../../shared/rules/flow.ts";
import { rulesOf } from "../../../shared/rules/in-force.ts";
import { FLOWS } from "../../../shared/schema/flows.ts";

const name = fc.constantFrom("甲", "乙", "丙", "丁");
const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2026-01-01", days));
const SEED = { id: "s", at: 0, from: "1990-01-01", decision: { text: "", day: "1990-01-01" }, preset: "seed" } as const;

describe("certificates", () => {
  test("are right exactly when everybody elected has one of their own and nobody else has any", () => {
    const given = fc.array(fc.record({ name, certNo: fc.constantFrom("1", "2", "3", "4", "5") }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 5 }), given, (elected, certificates) => {
        const isSame =
          [...elected].sort().join() ===
          certificates
            .map((one) => one.name)
            .sort()
            .join();
        const numbers = certificates.map(({ certNo }) => certNo);
        const isRight = isSame && new Set(numbers).size === numbers.length;
        expect(certificateProblems(elected, certificates).length === 0).toBe(isRight);
      }),
    );
  });
});

describe("the leading group", () => {
  test("has nobody twice and exactly one head, or is not there yet", () => {
    const role = fc.constantFrom("head", "deputy", "member");
    fc.assert(
      fc.property(fc.array(fc.record({ name, role }), { maxLength: 5 }), (leading) => {
        const names = leading.map((one) => one.name);
        const heads = leading.filter((one) => one.role === "head").length;
        const isRight = leading.length === 0 || (new Set(names).size === names.length && heads === 1);
        expect(leadingProblems({ leading }).length === 0).toBe(isRight);
      }),
    );
  });
});

describe("the campaign's days", () => {
  test("are right exactly when they stand in order", () => {
    fc.assert(
      fc.property(day, day, day, (from, on, until) => {
        const problems = windowProblems({ from, day: on, until }, "2030-01-01");
        expect(problems.length === 0).toBe(from <= on && on <= until);
      }),
    );
  });

  test("the plan's own dates follow from its election day: 30 November, 6, 21, 26, 29 and 31 December 2010", () => {
    const rules = rulesOf([], [SEED]);
    const days = (parameter: string) => rules.number(parameter, "2010-11-01").value;
    const rest = { holidays: () => undefined, weekendsRest: true };
    const flow = FLOWS.get("committee-election");
    if (!flow) throw new Error("No flow");
    const values = { day: "2010-12-26", votedOn: "2010-12-26" };
    const due = (state: string) => stageOf(flow, state, values, "2010-11-01", { days, rest }).due;
    const windows = ["planned", "formed", "displayed", "approved", "prepared", "voted", "announced", "inspected"].map(
      due,
    );
    expect(windows).toEqual([
      ...[
        "2010-11-30",
        "2010-11-30",
        "2010-12-06",
        "2010-12-21",
        "2010-12-26",
        "2010-12-26",
        "2010-12-29",
        "2010-12-31",
      ],
    ]);
    expect(due("registered"), "left open by the plan").toBeUndefined();
  });

  test("a step is late from the day after its window ends, never before", () => {
    const flow = FLOWS.get("committee-election");
    if (!flow) throw new Error("No flow");
    const rest = { holidays: () => undefined, weekendsRest: true };
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), fc.integer({ min: -80, max: 80 }), (on, before, shift) => {
        const stage = stageOf(flow, "formed", { day: on }, on, { days: () => before, rest });
        const last = addDays(on, -before);
        expect(stage.due).toBe(last);
        expect(daysLate(stage, addDays(last, shift))).toBe(Math.max(0, shift));
      }),
    );
  });
});

describe("a term", () => {
  test("ends so many years after the last of all elections, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom(3, 5), (days, years) => {
        const last = [...days].sort().at(-1) ?? "";
        const ends = termAfter(days, years) ?? "";
        expect(Number(ends.slice(0, 4)) - Number(last.slice(0, 4))).toBe(years);
        expect(termAfter([...days].reverse(), years)).toBe(ends);
      }),
    );
    expect(termAfter([], 5)).toBeUndefined();
    expect(termAfter(["2026-12-26"], null)).toBeUndefined();
  });
});

describe("lists made public", () => {
  const election = { id: "e", values: { from: "2027-02-01", day: "2027-03-01" } };
  const list = (no: number, values: object) => ({
    id: `p${no}`,
    values: { kind: "voters", state: "posted", election: "e", no, from: "2027-02-05", ...values },
  });

  test("S3.8 a voter list of before the campaign began anew, or one withdrawn, does not count; one corrected does", () => {
    const since = (...lists: ReturnType<typeof list>[]) => shownSince(listsShown(lists, "voters", election), "voters");
    expect(since(list(1, { from: "2026-12-01" }))).toBeUndefined();
    expect(since(list(1, { from: "2026-12-01" }), list(2, {}))).toBe("2027-02-05");
    expect(since(list(1, { state: "withdrawn" }), list(2, { from: "2027-02-10" }))).toBe("2027-02-10");
    expect(since(list(1, { state: "archived" }), list(2, { from: "2027-02-10", corrects: "p1" }))).toBe("2027-02-05");
  });

  test("S3.14 of formal lists the latest for this very election day counts", () => {
    const formal = (no: number, values: object) => list(no, { kind: "formal-candidates", ...values });
    const since = (...lists: ReturnType<typeof list>[]) =>
      shownSince(listsShown(lists, "formal-candidates", election), "formal-candidates");
    expect(since(formal(1, { electionDay: "2027-02-20" }))).toBeUndefined();
    const both = [
      formal(1, { electionDay: "2027-03-01" }),
      formal(2, { electionDay: "2027-03-01", from: "2027-02-26" }),
    ];
    expect(since(...both)).toBe("2027-02-26");
    expect(since(...both.toReversed())).toBe("2027-02-26");
  });
});
