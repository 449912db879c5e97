import fc from "fast-check";
import { expect, test } from "vitest";
import { aidVisitProblems, wasDisplayed } from "../../../shared/rules/aid.ts";

const APPLICATION = { household: "h", applied: "2026-06-01", applicant: "r0" };
const person = fc.record({
  account: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
  person: fc.constantFrom("王", "李", "张"),
  post: fc.constantFrom("clerk", "low-income", "group-leader"),
  resident: fc.option(fc.constantFrom("r0", "r1"), { nil: undefined }),
});
type Person = { account?: string; person: string; post: string; resident?: string };
const asValues = ({ account, person: name, post, resident }: Person) => ({
  person: name,
  post,
  ...(account !== undefined && { account }),
  ...(resident !== undefined && { resident }),
});

test("visits count by the staff who made them: never the applicant or a group leader, never the same person twice", () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (people, min) => {
      const visitors = people.map((one) => asValues(one as Person));
      const visits = [{ household: "h", on: "2026-06-02" }];
      const problems = aidVisitProblems(APPLICATION, visits, visitors, min);
      const others = people
        .filter(({ post, resident }) => post !== "group-leader" && resident !== "r0")
        .map(({ account, person: name }) => account ?? name);
      expect(problems.length === 0).toBe(new Set(others).size >= min);
      // A post more of somebody who came already changes nothing.
      expect(aidVisitProblems(APPLICATION, visits, [...visitors, ...visitors], min)).toEqual(problems);
    }),
  );
});

test("one visit to another household, or before the application, spoils all; left open, the number asks for nobody", () => {
  const good = { household: "h", on: "2026-06-01" };
  const codes = (visits: Parameters<typeof aidVisitProblems>[1], min: number | null = null) =>
    aidVisitProblems(APPLICATION, visits, [], min).map(({ code }) => code);
  expect(codes([good])).toEqual([]);
  expect(codes([good, { household: "x", on: "2026-06-02" }])).toEqual(["other-household"]);
  expect(codes([good, { household: "h", on: "2026-05-31" }])).toEqual(["before-application"]);
  expect(codes([good], 1)).toEqual(["too-few-visitors"]);
});

const display = (id: string, state: string, more: object = {}) => ({
  id,
  values: { kind: "aid", applications: "other mine", state, from: "2026-06-02", ...more },
});

test("a display counts once it has ended by itself: not when it was taken down, corrected, or hung before it was sent up", () => {
  const counts = (...all: Parameters<typeof wasDisplayed>[0]) => wasDisplayed(all, "mine", "2026-06-02");
  expect(counts(display("a", "archived"))).toBe(true);
  expect(counts(display("a", "archived", { from: "2026-06-01" }))).toBe(false);
  expect(counts(display("a", "archived", { applications: "mine2 other" }))).toBe(false);
  expect(counts(display("a", "archived", { kind: "notice" }))).toBe(false);
  expect(counts(display("a", "archived"), display("b", "draft", { corrects: "a" }))).toBe(true);
  const states = fc.constantFrom("posted", "withdrawn", "archived");
  fc.assert(
    fc.property(fc.array(states, { minLength: 1, maxLength: 4 }), (chain) => {
      // Each corrects the one before it, which left the board for it: the last alone tells.
      const all = chain.map((state, n) =>
        display(`p${n}`, n < chain.length - 1 ? "archived" : state, n > 0 ? { corrects: `p${n - 1}` } : {}),
      );
      expect(counts(...all)).toBe(chain.at(-1) === "archived");
    }),
  );
});
