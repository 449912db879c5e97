import fc from "fast-check";
import { expect, test } from "vitest";
import { protectTotals } from "../../../shared/rules/suppression.ts";
import type { Plan } from "../../../shared/rules/suppression-plan.ts";
import { protectSums, type SumsPlan } from "../../../shared/rules/suppression-sums.ts";
import { Outsider } from "./solver.ts";

const LIMIT = 5;
const codeOf = (street: number, community: number) => `50011200${street}00${community}`;
const CODES = [codeOf(1, 1), codeOf(1, 2), codeOf(1, 3), codeOf(2, 1), codeOf(2, 2)];
const AREAS = [...new Set(CODES.flatMap((code) => [code.slice(0, 6), code.slice(0, 9), code]))];

/** Persons by community; somebody who has left does not come back. */
type Month = ReadonlyMap<string, readonly number[]>;

const months = fc
  .record({
    first: fc.array(fc.nat(14), { minLength: CODES.length, maxLength: CODES.length }),
    turns: fc.array(
      fc.array(fc.record({ which: fc.nat(CODES.length - 1), gone: fc.nat(3), come: fc.nat(6) }), { maxLength: 2 }),
      { minLength: 11, maxLength: 11 },
    ),
  })
  .map(({ first, turns }): Month[] => {
    let last = 0;
    const some = (count: number) => Array.from({ length: count }, () => last++);
    let now: Month = new Map(CODES.map((code, n) => [code, some(first[n] ?? 0)]));
    return [
      now,
      ...turns.map((turn) => {
        for (const { which, gone, come } of turn) {
          const code = CODES[which] ?? "";
          now = new Map([...now, [code, [...(now.get(code) ?? []).slice(gone), ...some(come)]]]);
        }
        return now;
      }),
    ];
  });

function told(all: readonly Month[]): SumsPlan[] {
  let before: SumsPlan | undefined;
  let totals: Plan | undefined;
  return all.map((month) => {
    const contributors = new Map([...month].map(([code, people]) => [code, people.length]));
    const figures = new Map([...contributors].map(([code, count]) => [code, [count]]));
    const counts = protectTotals({ figures, sizes: [], threshold: LIMIT, ...(totals && { before: totals }) });
    totals = counts;
    before = protectSums({ contributors, counts, threshold: LIMIT, before });
    return before;
  });
}

const peopleOf = (month: Month, area: string) =>
  [...month].flatMap(([code, people]) => (code.startsWith(area) ? people : []));

test("of any two months of sums over people nobody's share follows, even where all others gave the same in both", () => {
  fc.assert(
    fc.property(months, (year) => {
      const plans = told(year);
      const shownIn = (n: number) =>
        AREAS.filter((area) => !plans[n]?.hidden(area)).map((area) => peopleOf(year[n] ?? new Map(), area));
      for (let later = 1; later < year.length; later += 1) {
        for (let earlier = 0; earlier < later; earlier += 1) {
          const outsider = new Outsider();
          const shown = [...shownIn(earlier), ...shownIn(later)];
          for (const people of shown) outsider.learn(new Map(people.map((person) => [person, 1])));
          expect([...new Set(shown.flat())].filter((person) => outsider.solves(new Map([[person, 1]])))).toEqual([]);
        }
      }
    }),
    { numRuns: 60 * Number(process.env.LINLI_SOAK ?? 1), endOnFailure: true },
  );
}, 600_000);

test("one who joins hides the sum of the community, its street and district, until four more have", () => {
  const people = (count: number) => Array.from({ length: count }, (_, n) => n);
  const year = [10, 10, 11, 14, 15, 15].map(
    (count): Month =>
      new Map([
        [codeOf(1, 1), people(count)],
        [codeOf(1, 2), people(20)],
      ]),
  );
  const plans = told(year);
  for (const area of [codeOf(1, 1), "500112001", "500112"]) {
    expect(plans.map((plan) => plan.hidden(area))).toEqual([false, false, true, true, false, false]);
  }
  expect(plans.map((plan) => plan.hidden(codeOf(1, 2)))).toEqual(Array(6).fill(false));
});
