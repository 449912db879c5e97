import { type AreaTree, areaTree } from "./area-tree.ts";
import { type Move, type Shape, shapeOf } from "./cube.ts";
import type { Trade, Wanted } from "./suppression-plan.ts";

/** Hides more where it is more useful to hide: a community before a street before the district, cells before totals. */
const LEVEL_COST = [100, 12, 1] as const;
const TOTAL_COST = 4;
/** What was told of a community last month is still known where nothing has changed, so others hide better. */
const KNOWN_COST = 30_000;
/** A cell that could only be a little more or less is better covered by larger ones, and never by what leaves it no choice. */
const ROOM_COST = { wide: 0, narrow: 4_500, none: 100_000 } as const;
/** Hiding that nobody is there is the last resort. */
const ZERO_COST = 8_000;

/** A district's tables while it is being decided what of them to hide. */
export type Board = {
  readonly wanted: Wanted;
  readonly tree: AreaTree;
  readonly shape: Shape;
  readonly values: Float64Array;
  readonly hidden: Uint8Array;
  readonly level: readonly (0 | 1 | 2)[];
  readonly untold: readonly boolean[];
  /** Communities of whose zeros some are hidden: with so few people, or so thinly spread, that the zeros tell the rest. */
  readonly thin: boolean[];
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
    thin: tree.codes.map((code, area) => code.length === 12 && small(total(area)) && totals !== undefined),
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

/** A cell for whose sake something is hidden. */
export type Target = { readonly area: number; readonly place: number };

/** What hiding all of a change would take away; undefined where it touches what must be shown. */
export function costOf(
  board: Board,
  change: Change,
  limit: number,
  { target, withZeros = false }: { readonly target?: Target; readonly withZeros?: boolean } = {},
): number | undefined {
  const { shape, values, hidden, level, thin } = board;
  let cost = 0;
  for (const { area, move } of change.parts) {
    if (board.untold[area]) continue;
    if (board.unchanged[area]) cost += KNOWN_COST;
    for (const { place } of move) {
      const index = area * shape.places + place;
      if ((values[index] ?? 0) === 0 && !hidden[index] && !(thin[area] && level[area] === 2)) {
        if (!withZeros) return undefined;
        cost += ZERO_COST;
      }
      if (!hidden[index]) {
        if (place === 0 && board.wanted.totals && !board.mustHide(area, 0)) return undefined;
        cost += (LEVEL_COST[level[area] ?? 2] ?? 1) * (isTotal(board, place) ? TOTAL_COST : 1);
      }
    }
    if (cost >= limit) return undefined;
  }
  const room = roomOf(board, change, target);
  return cost + (room === "narrow" && board.wanted.isTotalPublic ? 0 : ROOM_COST[room]);
}

/**
 * How far a change can go while every hidden count stays one that would be hidden: far enough for its target to be as
 * large as what is shown (`wide`), by one in either direction, or not at all.
 */
export function roomOf(board: Board, change: Change, target?: Target): keyof typeof ROOM_COST {
  const { values, shape, wanted } = board;
  if (target && board.isSmall(target.area, target.place)) {
    const step = change.parts
      .filter(({ area }) => area === target.area)
      .flatMap(({ move, sign }) => move.flatMap(({ place, by }) => (place === target.place ? [by * sign] : [])))[0];
    const needed = wanted.threshold - (values[target.area * shape.places + target.place] ?? 0);
    if (step && hasRoom(board, change, Math.sign(step) * needed)) return "wide";
    return hasRoom(board, change, 1) || hasRoom(board, change, -1) ? "narrow" : "none";
  }
  return hasRoom(board, change, 1) || hasRoom(board, change, -1) ? "wide" : "none";
}

function hasRoom({ values, shape, thin, untold }: Board, { parts }: Change, times: number): boolean {
  return parts.every(({ area, move, sign }) => {
    if (untold[area]) return true;
    const valueAt = (place: number) => values[area * shape.places + place] ?? 0;
    // Zeros are shown, so that what is hidden is known to be more, but for communities of which some are hidden.
    const least = thin[area] || move.some(({ place }) => valueAt(place) === 0) ? 0 : 1;
    return move.every(({ place, by }) => by * sign * times > 0 || valueAt(place) + by * sign * times >= least);
  });
}

function isTotal({ shape }: Board, place: number): boolean {
  return !shape.totalsOf.some(([leaf]) => leaf === place);
}

export function hide(board: Board, change: Change): void {
  const { hidden, shape, untold, values, thin } = board;
  for (const { area, move } of change.parts) {
    if (untold[area]) continue;
    for (const { place } of move) {
      const index = area * shape.places + place;
      hidden[index] = 1;
      if (values[index] === 0) thin[area] = true;
    }
  }
  board.changes.push(change);
}
