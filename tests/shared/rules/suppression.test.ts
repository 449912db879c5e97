import fc from "fast-check";
import { expect, test } from "vitest";
import { protect, protectTotals } from "../../../shared/rules/suppression.ts";
import type { Figures, Plan } from "../../../shared/rules/suppression-plan.ts";
import { Outsider } from "./solver.ts";

const SIZES = [3, 4] as const;
const THRESHOLD = 5;
const community = (street: number, number: number) => `50011200${street}00${number}`;
const PLACES = [-1, 0, 1, 2].flatMap((sex) => [-1, 0, 1, 2, 3].map((band) => [sex, band] as const));

/** Counts as they are in life: many zeros, many small ones, some large. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 900 }) },
);
const table = fc.array(count, { minLength: 12, maxLength: 12 });
const district = fc
  .array(fc.array(table, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map(
    (streets): Figures =>
      new Map(streets.flatMap((tables, s) => tables.map((counts, n) => [community(s + 1, n + 1), counts] as const))),
  );

const areasOf = (figures: Figures) => [
  ...new Set([...figures.keys()].flatMap((code) => [code.slice(0, 6), code.slice(0, 9), code])),
];

/** The unknown counts that a figure is the sum of. */
function unknowns(figures: Figures, area: string, [sex, band]: readonly [number, number]) {
  const row = new Map<number, number>();
  for (const [index, code] of [...figures.keys()].sort().entries()) {
    if (!code.startsWith(area)) continue;
    for (let s = 0; s < 3; s += 1) {
      for (let b = 0; b < 4; b += 1) {
        if ((sex === -1 || sex === s) && (band === -1 || band === b)) row.set(index * 12 + s * 4 + b, 1);
      }
    }
  }
  return row;
}

function planned(figures: Figures, before?: { totals: Plan; cells: Plan }) {
  const sums: Figures = new Map([...figures].map(([code, counts]) => [code, [counts.reduce((a, b) => a + b, 0)]]));
  const totals = protectTotals({
    figures: sums,
    sizes: [],
    threshold: THRESHOLD,
    ...(before && { before: before.totals }),
  });
  const cells = protect({
    figures,
    sizes: SIZES,
    threshold: THRESHOLD,
    totals,
    ...(before && { before: before.cells }),
  });
  return { totals, cells };
}

function cellsOf(figures: Figures, plan: Plan) {
  return areasOf(figures).flatMap((area) =>
    PLACES.map((at) => ({ area, at, value: plan.value(area, at) ?? 0, hidden: plan.hidden(area, at) })),
  );
}

test("no count of one to four persons is ever shown, for any area or breakdown", () => {
  fc.assert(
    fc.property(district, (figures) => {
      const { cells } = planned(figures);
      expect(cellsOf(figures, cells).filter(({ value, hidden }) => value > 0 && value < 5 && !hidden)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("in 1,000 random districts no hidden figure can be worked out from all the shown ones", () => {
  let hiddenFigures = 0;
  fc.assert(
    fc.property(district, (figures) => {
      const all = cellsOf(figures, planned(figures).cells);
      const outsider = new Outsider();
      for (const { area, at, hidden } of all) if (!hidden) outsider.learn(unknowns(figures, area, at));
      const hidden = all.filter((cell) => cell.hidden);
      hiddenFigures += hidden.length;
      expect(hidden.filter(({ area, at }) => outsider.solves(unknowns(figures, area, at)))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(hiddenFigures).toBeGreaterThan(10_000);
}, 180_000);

test("the solver itself is no pushover: with only the small counts hidden it finds some of them", () => {
  let found = 0;
  fc.assert(
    fc.property(district, (figures) => {
      const all = cellsOf(figures, planned(figures).cells).map((cell) => ({
        ...cell,
        hidden: cell.value > 0 && cell.value < 5,
      }));
      const outsider = new Outsider();
      for (const { area, at, hidden } of all) if (!hidden) outsider.learn(unknowns(figures, area, at));
      found += all.filter(({ area, at, hidden }) => hidden && outsider.solves(unknowns(figures, area, at))).length;
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(100);
});

test("zeros are shown, except in communities with fewer than five people", () => {
  fc.assert(
    fc.property(district, (figures) => {
      const { cells } = planned(figures);
      const wrong = cellsOf(figures, cells).filter(({ area, value, hidden }) => {
        const total = cells.value(area, [-1, -1]) ?? 0;
        return value === 0 && hidden && !(area.length === 12 && total > 0 && total < 5);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a breakdown hides a total exactly where the totals alone do, so 'now' and 'by' agree", () => {
  fc.assert(
    fc.property(district, (figures) => {
      const { totals, cells } = planned(figures);
      for (const area of areasOf(figures)) {
        expect(cells.hidden(area, [-1, -1])).toBe(totals.hidden(area, []));
      }
    }),
    { numRuns: 300 },
  );
});

test("two months together betray no small count that the first one did not, even to who knows which communities have not changed", () => {
  const edits = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 0, max: 8 })), { maxLength: 4 });
  fc.assert(
    fc.property(district, edits, (figures, changes) => {
      const later = new Map([...figures].map(([code, counts]) => [code, [...counts]]));
      for (const [which, cell, value] of changes) {
        const counts = [...later.values()][which % later.size];
        if (counts) counts[cell] = value;
      }
      const first = planned(figures);
      const second = planned(later, first);
      const outsider = new Outsider();
      // What has not changed is the same unknown in both months.
      const codes = [...figures.keys()].sort();
      const isSame = codes.map((code) => String(figures.get(code)) === String(later.get(code)));
      const inLater = ({ area, at }: { area: string; at: readonly [number, number] }) =>
        new Map(
          [...unknowns(later, area, at)].map(([unknown, by]) => [
            isSame[Math.floor(unknown / 12)] ? unknown : unknown + 10_000,
            by,
          ]),
        );
      const [one, two] = [cellsOf(figures, first.cells), cellsOf(later, second.cells)];
      // A street's 8 told last month, of which 5 of a community that now has 0, is 3 whatever this month hides: what last
      // month and the changed communities' own figures tell by themselves, no plan can take back, nor what covered it.
      const before = new Outsider();
      const isOwn = ({ area }: { area: string }) => area.length === 12 && !isSame[codes.indexOf(area)];
      for (const cell of one) if (!cell.hidden) before.learn(unknowns(figures, cell.area, cell.at));
      for (const cell of two) if (!cell.hidden && isOwn(cell)) before.learn(inLater(cell));
      for (const cell of one) if (!cell.hidden) outsider.learn(unknowns(figures, cell.area, cell.at));
      for (const cell of two) if (!cell.hidden) outsider.learn(inLater(cell));
      expect(one.filter((c) => c.hidden && outsider.solves(unknowns(figures, c.area, c.at)))).toEqual([]);
      const isNews = (c: (typeof two)[number]) => c.value > 0 && c.value < THRESHOLD && !before.solves(inLater(c));
      expect(two.filter((c) => c.hidden && isNews(c) && outsider.solves(inLater(c)))).toEqual([]);
      const uncovered = one.filter(({ area, value, hidden }, index) => {
        const now = two[index];
        const hasOthers = value !== second.cells.value(area, [-1, -1]);
        return hidden && hasOthers && value > 0 && now?.value === value && !now.hidden;
      });
      expect(uncovered).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("an area with only large counts hides nothing", () => {
  const large = fc.array(fc.integer({ min: 5, max: 400 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(large, large, (a, b) => {
      const figures = new Map([
        [community(1, 1), a],
        [community(1, 2), b],
      ]);
      expect(cellsOf(figures, planned(figures).cells).filter(({ hidden }) => hidden)).toEqual([]);
    }),
  );
});

test("one small count among large ones hides seven more and no total", () => {
  const counts = [3, 200, 300, 400, 50, 60, 70, 80, 0, 0, 0, 0];
  const figures = new Map([
    [community(1, 1), counts],
    [community(1, 2), counts.map((value) => value * 9)],
  ]);
  const hidden = cellsOf(figures, planned(figures).cells).filter((cell) => cell.hidden);
  expect(hidden).toHaveLength(8);
  expect(hidden.every(({ at }) => at[0] >= 0 && at[1] >= 0)).toBe(true);
});

test("a community that told only its total betrays nobody, and its street's breakdown stays untold", () => {
  fc.assert(
    fc.property(district, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (figures, silent) => {
      const codes = [...figures.keys()].sort();
      const without = new Set(codes.filter((_, index) => silent[index]));
      const untold = new Set([...without].flatMap((code) => [code.slice(0, 6), code.slice(0, 9)]));
      const sums: Figures = new Map([...figures].map(([code, counts]) => [code, [counts.reduce((a, b) => a + b, 0)]]));
      const totals = protectTotals({ figures: sums, sizes: [], threshold: THRESHOLD });
      const told: Figures = new Map([...figures].filter(([code]) => !without.has(code)));
      const cells = protect({ figures: told, sizes: SIZES, threshold: THRESHOLD, totals, untold });
      const outsider = new Outsider();
      const [hidden, shown]: [Map<number, number>[], Map<number, number>[]] = [[], []];
      const note = (area: string, at: readonly [number, number], isHidden: boolean) =>
        (isHidden ? hidden : shown).push(unknowns(figures, area, at));
      for (const area of areasOf(figures)) {
        note(area, [-1, -1], totals.hidden(area, []));
        if (untold.has(area) || without.has(area)) continue;
        for (const at of PLACES) note(area, at, cells.hidden(area, at));
      }
      for (const figure of shown) outsider.learn(figure);
      expect(hidden.filter((figure) => outsider.solves(figure))).toEqual([]);
      for (const area of untold) expect(cells.value(area, [-1, -1])).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
