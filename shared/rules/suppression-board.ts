import { type AreaTree, areaTree } from "./area-tree.ts";
import { type Move, type Shape, shapeOf } from "./cube.ts";
import type { Trade, Wanted } from "./suppression-plan.ts";

/** Hides more where it is more useful to hide: a community before a street before the district, cells before totals. */
const LEVEL_COST = [100, 12, 1] as const;
const TOTAL_COST = 4;
/** What was told of a community last month is still known where nothing has changed, so others hide better. */
const KNOWN_COST = 5_000;
/** With counts of 1 on both sides nothing can be traded in either direction. */
const TIGHT_COST = 2_000;

/** A district's tables while it is being decided what of them to hide. */
export type Board = {
  readonly wanted: Wanted;
  readonly tree: AreaTree;
  readonly shape: Shape;
  readonly values: Float64Array;
  readonly hidden: Uint8Array;
  readonly level: readonly (0 | 1 | 2)[];
  readonly untold: readonly boolean[];
  /** Communities with so few people that even their zeros may be hidden. */
  readonly tiny: readonly boolean[];
  /** Communities in which no count has changed since the month before. */
  readonly unchanged: readonly boolean[];
  readonly changes: Change[];
  isSmall(area: number, place: number): boolean;
  mustHide(area: number, place: number): boolean;
};

/** A change in one area, times +1 or -1. */
export type Part = { readonly area: number; readonly move: Move; readonly sign: 1 | -1 };
export type Change = { readonly parts: readonly Part[]; readonly trade?: Trade };

export function boardOf(wanted: Wanted): Board {
  const tree = areaTree(wanted.figures.keys());
  const shape = shapeOf(wanted.sizes);
  const values = new Float64Array(tree.codes.length * shape.places);
  for (const path of tree.paths) {
    const counts = wanted.figures.get(tree.codes[path[0]] ?? "") ?? [];
    for (const [leaf, places] of shape.totalsOf.entries()) {
      for (const area of path) for (const place of places) add(values, area * shape.places + place, counts[leaf] ?? 0);
    }
  }
  const small = (value: number) => value > 0 && value < wanted.threshold;
  const total = (area: number) => values[area * shape.places] ?? 0;
  const untold = tree.codes.map((code) => wanted.untold?.has(code) ?? false);
  const { totals, before } = wanted;
  return {
    wanted,
    tree,
    shape,
    values,
    hidden: new Uint8Array(values.length),
    level: tree.codes.map((code) => (code.length === 6 ? 0 : code.length === 9 ? 1 : 2)),
    untold,
    tiny: tree.codes.map((code, area) => code.length === 12 && small(total(area)) && totals !== undefined),
    unchanged: tree.codes.map((code, area) => code.length === 12 && isUnchanged(wanted, values, shape, code, area)),
    changes: [],
    isSmall: (area, place) => !untold[area] && small(values[area * shape.places + place] ?? 0),
    mustHide(area, place) {
      if (untold[area]) return false;
      const code = tree.codes[area] ?? "";
      if (place === 0 && totals) return totals.hidden(code, []);
      const value = values[area * shape.places + place] ?? 0;
      if (small(value)) return true;
      // A cell that equals its shown total cannot be hidden: all its neighbours are zero.
      if (!before || value === 0 || (place !== 0 && value === total(area))) return false;
      const at = placeIn(wanted.sizes, place);
      return before.hidden(code, at) && before.value(code, at) === value;
    },
  };
}

function isUnchanged(
  { before, sizes }: Wanted,
  values: Float64Array,
  shape: Shape,
  code: string,
  area: number,
): boolean {
  if (!before) return false;
  for (let place = 0; place < shape.places; place += 1) {
    if (before.value(code, placeIn(sizes, place)) !== values[area * shape.places + place]) return false;
  }
  return true;
}

function add(values: Float64Array, index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}

/** The categories of a numbered place. */
function placeIn(sizes: readonly number[], place: number): number[] {
  const at: number[] = [];
  let rest = place;
  for (const size of [...sizes].reverse()) {
    at.unshift((rest % (size + 1)) - 1);
    rest = Math.floor(rest / (size + 1));
  }
  return at;
}

/** What hiding all of a change would take away; undefined where it touches what must be shown. */
export function costOf(board: Board, { parts }: Change, limit: number): number | undefined {
  const { shape, values, hidden } = board;
  let cost = 0;
  let upward = true;
  let downward = true;
  for (const { area, move, sign } of parts) {
    if (board.untold[area]) continue;
    if (board.unchanged[area]) cost += KNOWN_COST;
    for (const { place, by } of move) {
      const index = area * shape.places + place;
      const value = values[index] ?? 0;
      if (value === 0 && !board.tiny[area]) return undefined;
      if (value < 2) {
        if (sign * by < 0) upward = false;
        else downward = false;
      }
      if (!hidden[index]) {
        if (place === 0 && board.wanted.totals && !board.mustHide(area, 0)) return undefined;
        cost += (LEVEL_COST[board.level[area] ?? 2] ?? 1) * (isTotal(board, place) ? TOTAL_COST : 1);
      }
    }
    if (cost >= limit) return undefined;
  }
  return upward || downward ? cost : cost + TIGHT_COST;
}

function isTotal({ shape }: Board, place: number): boolean {
  return !shape.totalsOf.some(([leaf]) => leaf === place);
}

export function hide(board: Board, change: Change): void {
  const { hidden, shape, untold } = board;
  for (const { area, move } of change.parts) {
    if (!untold[area]) for (const { place } of move) hidden[area * shape.places + place] = 1;
  }
  board.changes.push(change);
}
