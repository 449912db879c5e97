import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figures, Plan } from "../../../shared/rules/suppression-plan.ts";
import { BoundsSolver } from "./bounds-solver.ts";
import { Outsider } from "./solver.ts";
import { attack, equationsOf, type Kind, LIMIT, leavesOf, type Month, range, yearOf } from "./year-attack.ts";

/** `npm run soak -- statistics` attacks for longer. */
const ROUNDS = Number(process.env.LINLI_SOAK ?? 1);
/** The same years in every short run; a long one tries others. */
const SEED = ROUNDS === 1 ? { seed: 20_261_124 } : {};
const MONTHS = 12;
const PEOPLE: Kind = { sizes: [3, 4], isTotalPublic: false };
const STAFF: Kind = { sizes: [6], isTotalPublic: true };
const codeOf = (street: number, community: number) => `50011200${street}00${community}`;

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
);
/** One count of one community that changes in a month. */
const edit = fc.record({ which: fc.nat(11), leaf: fc.nat(11), by: fc.constantFrom(-2, -1, -1, 1, 1, 2) });

/** A district and what changes in it, month by month. */
const districtOf = (table: fc.Arbitrary<number[]>, changes: { readonly maxLength: number }) =>
  fc
    .record({
      streets: fc.array(fc.array(table, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      edits: fc.array(fc.array(edit, changes), { minLength: MONTHS - 1, maxLength: MONTHS - 1 }),
    })
    .map(({ streets, edits }) => {
      const first = new Map(
        streets.flatMap((all, s) => all.map((counts, n) => [codeOf(s + 1, n + 1), counts] as const)),
      );
      const months: Figures[] = [first];
      for (const changed of edits) months.push(after(months.at(-1) ?? first, changed));
      return months;
    });

function after(figures: Figures, edits: readonly { which: number; leaf: number; by: number }[]): Figures {
  const next = new Map([...figures].map(([code, counts]) => [code, [...counts]]));
  for (const { which, leaf, by } of edits) {
    const counts = [...next.values()][which % next.size] ?? [];
    const at = leaf % counts.length;
    counts[at] = Math.max(0, (counts[at] ?? 0) + by);
  }
  return next;
}

const tables = fc.array(count, { minLength: leavesOf(PEOPLE), maxLength: leavesOf(PEOPLE) });

test("from a year of breakdowns, with all totals, no count of one to four is worked out, nor that it is below five", () => {
  let found = 0;
  fc.assert(
    fc.property(districtOf(tables, { maxLength: 6 }), (months) => {
      const { exact, narrowed, small } = attack(PEOPLE, yearOf(PEOPLE, months));
      found += small.length;
      expect(exact).toEqual([]);
      // With fewer than ten people in all, their number alone may say it.
      const isFew = (name: string) => sizeOf(months, name) < 2 * LIMIT;
      expect(narrowed.filter((name) => !isFew(name))).toEqual([]);
    }),
    { numRuns: 12 * ROUNDS, endOnFailure: true, ...SEED },
  );
  expect(found).toBeGreaterThan(100);
}, 600_000);

/** How many people the area of a named cell has in its month. */
function sizeOf(months: readonly Figures[], name: string): number {
  const [, month = "", area = ""] = /^month (\d+), (\d+)/.exec(name) ?? [];
  const own = [...(months[Number(month) - 1] ?? new Map<string, number[]>())].filter(([code]) => code.startsWith(area));
  return own.flatMap(([, counts]) => counts).reduce((sum, value) => sum + value, 0);
}

test("nor from a year of the origins of five staff or more, with their number public and one who comes or goes now and then", () => {
  const staff = fc
    .array(fc.nat(4), { minLength: 6, maxLength: 12 })
    .map((people) => range(6).map((origin) => people.filter((one) => one === origin).length));
  fc.assert(
    fc.property(districtOf(staff, { maxLength: 2 }), (months) => {
      fc.pre(
        months.every((figures) => [...figures.values()].every((counts) => counts.reduce((a, b) => a + b, 0) >= LIMIT)),
      );
      expect(attack(STAFF, yearOf(STAFF, months)).exact).toEqual([]);
    }),
    { numRuns: 40 * ROUNDS, endOnFailure: true, ...SEED },
  );
}, 600_000);

test("an ordinary district, with a few people in each community whose sex is not stated, is told most of its figures", () => {
  const usual = [380, 900, 180, 240, 360, 880, 190, 280];
  const ordinary = fc
    .tuple(
      fc.array(fc.integer({ min: 80, max: 160 }), { minLength: 8, maxLength: 8 }),
      fc.array(fc.nat(7), { minLength: 4, maxLength: 4 }),
    )
    .map(([sizes, unstated]) => [
      ...usual.map((value, n) => Math.round((value * (sizes[n] ?? 100)) / 100)),
      ...unstated.map((value) => Math.max(0, value - 4)),
    ]);
  let [told, all] = [0, 0];
  fc.assert(
    fc.property(districtOf(ordinary, { maxLength: 60 }), (months) => {
      const { cells, exact, narrowed } = attack(PEOPLE, yearOf(PEOPLE, months));
      expect([exact, narrowed]).toEqual([[], []]);
      all += cells.length;
      told += cells.filter(({ hidden }) => !hidden).length;
    }),
    { numRuns: 6 * ROUNDS, ...SEED },
  );
  console.info(`told of an ordinary district: ${((100 * told) / all).toFixed(1)} % of all figures`);
  expect(told / all).toBeGreaterThan(0.5);
}, 600_000);

test("five staff of five origins: with every zero told each of them would be exactly one, so one zero is not told", () => {
  const [month] = yearOf(STAFF, [
    new Map([
      [codeOf(1, 1), [1, 1, 1, 1, 1, 0]],
      [codeOf(1, 2), [9, 9, 9, 9, 9, 0]],
    ]),
  ]);
  expect(month && attack(STAFF, [month]).exact).toEqual([]);
  expect(month?.cells.hidden(codeOf(1, 1), [5])).toBe(true);
  expect(month?.cells.hidden(codeOf(1, 2), [5])).toBe(false);
});

test("the attacker is no pushover: were each month hidden without looking at the others, he would find some", () => {
  let found = 0;
  fc.assert(
    fc.property(districtOf(tables, { maxLength: 2 }), (months) => {
      const apart = months.flatMap((figures) => yearOf(PEOPLE, [figures]));
      found += attack(PEOPLE, apart).exact.length;
    }),
    { numRuns: 6, ...SEED },
  );
  expect(found).toBeGreaterThan(0);
}, 600_000);

test("every bound the solver gives follows from what is shown: an exact one is what plain algebra finds, too", () => {
  fc.assert(
    fc.property(districtOf(tables, { maxLength: 2 }), (months) => {
      const bare = months.slice(0, 2).map((figures): Month => {
        const [{ cells } = {}] = yearOf(PEOPLE, [figures]);
        const value: Plan["value"] = (area, at) => cells?.value(area, at);
        const hidden: Plan["hidden"] = (area, at) => (value(area, at) ?? 0) > 0 && (value(area, at) ?? 0) < LIMIT;
        return { figures, cells: { changes: [], value, hidden } };
      });
      const { cells, unknowns } = equationsOf(PEOPLE, bare);
      const shown = cells.filter(({ hidden }) => !hidden);
      const [solver, algebra] = [new BoundsSolver(shown, unknowns), new Outsider()];
      for (const { sum } of shown) algebra.learn(sum);
      for (const { sum, hidden, value } of cells) {
        if (hidden && algebra.solves(sum)) expect(solver.boundsOf(sum)).toEqual([value, value]);
      }
    }),
    { numRuns: 6, ...SEED },
  );
}, 600_000);
