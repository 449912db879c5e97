import { expect } from "vitest";
import { protect, protectTotals } from "../../../shared/rules/suppression.ts";
import type { Figures, Plan } from "../../../shared/rules/suppression-plan.ts";
import { BoundsSolver, type Unknown } from "./bounds-solver.ts";
import type { Row } from "./solver.ts";

export const LIMIT = 5;

/** A breakdown: how many categories, and whether its totals are told whatever their size, as the number of staff is. */
export type Kind = { readonly sizes: readonly number[]; readonly isTotalPublic: boolean };

export const leavesOf = ({ sizes }: Kind) => sizes.reduce((product, size) => product * size, 1);
const placesOf = ({ sizes }: Kind) =>
  sizes.reduce<number[][]>((all, size) => all.flatMap((at) => range(size + 1).map((n) => [...at, n - 1])), [[]]);
export const range = (length: number) => Array.from({ length }, (_, n) => n);

/** What is told of a breakdown in each month of a year, the way it is told: every month with the one before. */
export type Month = { readonly figures: Figures; readonly cells: Plan };
export function yearOf(kind: Kind, months: readonly Figures[]): Month[] {
  const told: Month[] = [];
  let before: { totals: Plan; cells: Plan } | undefined;
  for (const figures of months) {
    const sums: Figures = new Map([...figures].map(([code, counts]) => [code, [counts.reduce((a, b) => a + b, 0)]]));
    const threshold = kind.isTotalPublic ? 0 : LIMIT;
    const totals = protectTotals({ figures: sums, sizes: [], threshold, ...(before && { before: before.totals }) });
    const earlier = before && { before: before.cells };
    const cells = protect({ figures, ...kind, threshold: LIMIT, totals, ...earlier });
    before = { totals, cells };
    told.push({ figures, cells });
  }
  return told;
}

type Cell = { readonly value: number; readonly hidden: boolean; readonly sum: Row; readonly name: string };

/**
 * Everything a year tells as equations between unknown counts. The attacker knows besides, of every community in which
 * nothing at all has changed since the month before, that nothing has: its counts are the same unknowns in both months.
 * That all shown figures of a community stay as they were is not such knowledge: those who came may be as many as went.
 */
export function equationsOf(kind: Kind, year: readonly Month[]) {
  const codes = [...(year[0]?.figures.keys() ?? [])].sort();
  const areas = [...new Set(codes.flatMap((code) => [code.slice(0, 6), code.slice(0, 9), code]))];
  const places = placesOf(kind);
  const leaves = places.filter((at) => at.every((index) => index >= 0));
  const cells: Cell[] = [];
  const unknowns = new Map<number, Unknown>();
  let firsts: number[] = [];
  for (const [month, { figures, cells: plan }] of year.entries()) {
    const isSame = (code: string) => String(figures.get(code)) === String(year[month - 1]?.figures.get(code));
    firsts = codes.map((code, n) => (isSame(code) ? (firsts[n] ?? 0) : (month * 100 + n) * 100));
    for (const [n, code] of codes.entries()) {
      // Zeros are told, but for communities of fewer than five and those of which some are not: what is hidden may be one.
      const isFew =
        (plan.value(
          code,
          kind.sizes.map(() => -1),
        ) ?? 0) < LIMIT;
      const isThin = isFew || places.some((at) => plan.hidden(code, at) && plan.value(code, at) === 0);
      for (const [leaf, at] of leaves.entries()) {
        const truth = plan.value(code, at) ?? 0;
        const least = plan.hidden(code, at) ? (isThin ? 0 : 1) : truth;
        const known = unknowns.get((firsts[n] ?? 0) + leaf);
        unknowns.set((firsts[n] ?? 0) + leaf, { truth, least: Math.max(least, known?.least ?? 0) });
      }
    }
    for (const area of areas) {
      for (const at of places) {
        const own = leaves.flatMap((one, leaf) =>
          at.every((index, d) => index < 0 || index === one[d]) ? [leaf] : [],
        );
        const sum = new Map(
          codes.flatMap((code, n) =>
            code.startsWith(area) ? own.map((leaf) => [(firsts[n] ?? 0) + leaf, 1] as const) : [],
          ),
        );
        const name = `month ${month + 1}, ${area}, ${at}`;
        cells.push({ value: plan.value(area, at) ?? 0, hidden: plan.hidden(area, at), sum, name });
      }
    }
  }
  return { cells, unknowns };
}

/** Small counts that the attacker finds exactly, and those of which he finds that they are below the limit. */
export function attack(kind: Kind, year: readonly Month[]) {
  const { cells, unknowns } = equationsOf(kind, year);
  const solver = new BoundsSolver(
    cells.filter(({ hidden }) => !hidden),
    unknowns,
  );
  const small = cells.filter(({ value, hidden }) => hidden && value > 0 && value < LIMIT);
  const bounds = small.map((cell) => ({ ...cell, bounds: solver.boundsOf(cell.sum) }));
  for (const {
    name,
    value,
    bounds: [least, greatest],
  } of bounds) {
    expect(least <= value && value <= greatest, name).toBe(true);
  }
  return {
    cells,
    small,
    exact: bounds.filter(({ bounds: [least, greatest] }) => least === greatest).map(({ name }) => name),
    narrowed: bounds.filter(({ bounds: [, greatest] }) => greatest < LIMIT).map(({ name }) => name),
  };
}
