import { type AreaPath, type AreaTree, areaTree } from "./area-tree.ts";
import { type Move, type Place, type Shape, shapeOf, sum } from "./cube.ts";

/** Counts of one district: for each community a number for every combination of categories, last breakdown fastest. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/** Which cells of a district's tables are shown (小单元格保护). One plan answers every question about a month. */
export type Plan = {
  /** Undefined where the area has no figures. */
  value(area: string, at: Place): number | undefined;
  hidden(area: string, at: Place): boolean;
};

export type Wanted = {
  readonly figures: Figures;
  /** Numbers of categories, one for each breakdown; none for plain totals. */
  readonly sizes: readonly number[];
  /** Counts of 1 up to below this are hidden. */
  readonly threshold: number;
  /** Totals of persons decided before, for all that tell them: the breakdown must neither hide nor betray them. */
  readonly totals?: TotalsPlan;
  /** Areas whose breakdown is told to nobody, because some community did not deliver one. */
  readonly untold?: ReadonlySet<string>;
  /** The month before: what was hidden then and has not changed since stays hidden. */
  readonly before?: Plan;
};

/** Communities whose totals may trade one count, as far as an outsider can tell. */
export type Trade = readonly [from: string, to: string | undefined];
export type TotalsPlan = Plan & { readonly trades: readonly Trade[] };

/** Hides more where it is more useful to hide: a community before a street before the district, cells before totals. */
const LEVEL_COST = [100, 12, 1] as const;
const TOTAL_COST = 4;
/** An outsider who believes that a cell did not change since the month before knows it. */
const KNOWN_COST = 50;
/** With counts of 1 on both sides nothing can be traded in either direction. */
const TIGHT_COST = 2_000;

/** Which totals are hidden. Depends on totals alone, so that "now" and every breakdown hide the same. */
export function protectTotals(wanted: Omit<Wanted, "totals">): TotalsPlan {
  return protect(wanted);
}

/**
 * Which cells are hidden, given which totals are. Every hidden cell stands in a change of a few counts that alters
 * hidden cells only and keeps every sum: so no arithmetic with the shown ones, across rows, columns, areas and
 * indicators, can tell its value. Chosen without looking at sizes, so that it changes as little as possible.
 */
export function protect(wanted: Wanted): TotalsPlan {
  const board = boardOf(wanted);
  for (let area = 0; area < board.tree.codes.length; area += 1) {
    for (let place = 0; place < board.shape.places; place += 1) {
      if (!board.mustHide(area, place) || board.hidden[area * board.shape.places + place]) continue;
      const best = cheapest(board, area, place);
      if (best) hide(board, best);
    }
  }
  return planOf(board);
}

type Board = {
  readonly wanted: Wanted;
  readonly tree: AreaTree;
  readonly shape: Shape;
  readonly values: Float64Array;
  readonly hidden: Uint8Array;
  readonly level: readonly (0 | 1 | 2)[];
  readonly untold: readonly boolean[];
  /** Communities with so few people that even their zeros may be hidden. */
  readonly tiny: readonly boolean[];
  readonly trades: Trade[];
  mustHide(area: number, place: number): boolean;
};

/** A change in one area, times +1 or -1. */
type Part = { readonly area: number; readonly move: Move; readonly sign: 1 | -1 };
type Change = { readonly parts: readonly Part[]; readonly trade?: Trade };

function boardOf(wanted: Wanted): Board {
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
    trades: [],
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

/** The change through this cell that hides least; the first of equals, so that the choice is always the same. */
function cheapest(board: Board, area: number, place: number): Change | undefined {
  let best: { change: Change; cost: number } | undefined;
  for (const change of changesThrough(board, area, place)) {
    const cost = costOf(board, change, best?.cost ?? Number.POSITIVE_INFINITY);
    if (cost !== undefined && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { change, cost };
  }
  return best?.change;
}

/** What hiding all of a change would take away; undefined where it touches what must be shown. */
function costOf(board: Board, { parts }: Change, limit: number): number | undefined {
  const { shape, values, hidden } = board;
  let cost = 0;
  let upward = true;
  let downward = true;
  for (const { area, move, sign } of parts) {
    if (board.untold[area]) continue;
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
        if (isKnown(board, area, place, value)) cost += KNOWN_COST;
      }
    }
    if (cost >= limit) return undefined;
  }
  return upward || downward ? cost : cost + TIGHT_COST;
}

function isTotal({ shape }: Board, place: number): boolean {
  return !shape.totalsOf.some(([leaf]) => leaf === place);
}

function isKnown({ wanted, tree }: Board, area: number, place: number, value: number): boolean {
  if (!wanted.before) return false;
  const [code = "", at] = [tree.codes[area], placeIn(wanted.sizes, place)];
  return wanted.before.value(code, at) === value && !wanted.before.hidden(code, at);
}

function hide({ hidden, shape, trades, untold }: Board, { parts, trade }: Change): void {
  for (const { area, move } of parts) {
    if (!untold[area]) for (const { place } of move) hidden[area * shape.places + place] = 1;
  }
  if (trade) trades.push(trade);
}

/** Every small change that alters this cell. */
function* changesThrough(board: Board, area: number, place: number): Generator<Change> {
  const { tree, shape, wanted } = board;
  if (!wanted.totals) yield* tradesOfTotals(board, area);
  const through = shape.moves.filter((move) => move.some((step) => step.place === place));
  for (const path of tree.through(area)) {
    for (const move of through) {
      if (!fits(board, path[0], move)) continue;
      for (const chain of chains(board, path, path.indexOf(area))) {
        yield { parts: chain.map(({ area: at, sign }) => ({ area: at, move, sign })) };
      }
    }
  }
  for (const trade of wanted.totals?.trades ?? []) {
    for (const parts of liftedTrades(board, trade)) {
      if (parts.some((part) => part.area === area && part.move.some((step) => step.place === place))) yield { parts };
    }
  }
}

type Link = { readonly area: number; readonly sign: 1 | -1 };
/** Areas along which a change travels so that sums above it stay as they are; `reach` is how far up it must go. */
function* chains({ tree }: Board, path: AreaPath, reach: number): Generator<readonly Link[]> {
  const [community, street] = path;
  if (reach === 0) {
    for (const [other] of tree.through(street)) {
      if (other !== community) {
        yield [
          { area: community, sign: 1 },
          { area: other, sign: -1 },
        ];
      }
    }
  }
  for (const [other, otherStreet] of reach < 2 ? tree.elsewhere(street) : []) {
    yield [
      { area: community, sign: 1 },
      { area: street, sign: 1 },
      { area: other, sign: -1 },
      { area: otherStreet, sign: -1 },
    ];
  }
  yield path.map((area) => ({ area, sign: 1 }));
}

/** Whether the community itself could take part at all; saves looking at its neighbours. */
function fits({ values, shape, tiny }: Board, area: number, move: Move): boolean {
  return tiny[area] || move.every(({ place }) => (values[area * shape.places + place] ?? 0) > 0);
}

const COUNT: Move = [{ place: 0, by: 1 }];

/** Totals alone: a count trades places with one of another community, or joins the district. */
function* tradesOfTotals(board: Board, area: number): Generator<Change> {
  const { tree } = board;
  const codeOf = (index: number) => tree.codes[index] ?? "";
  for (const path of tree.through(area)) {
    for (const chain of chains(board, path, path.indexOf(area))) {
      const other = chain.find((link) => link.sign === -1);
      yield {
        parts: chain.map((link) => ({ area: link.area, move: COUNT, sign: link.sign })),
        trade: [codeOf(path[0]), other && codeOf(other.area)],
      };
    }
  }
}

/** The ways in which a trade of totals shows in the breakdown. */
function* liftedTrades(board: Board, [from, to]: Trade): Generator<readonly Part[]> {
  const { tree, shape, values } = board;
  const pathOf = (code: string | undefined) => {
    const area = code === undefined ? undefined : tree.indexOf(code);
    return area === undefined ? undefined : tree.through(area)[0];
  };
  const [a, b] = [pathOf(from), pathOf(to)];
  // A community without a breakdown takes part by its total alone.
  const [first, second] = a ? [a, b] : [b, undefined];
  if (!first) return;
  const has = (path: AreaPath, leaf: number) =>
    board.tiny[path[0]] || (values[path[0] * shape.places + (shape.totalsOf[leaf]?.[0] ?? 0)] ?? 0) > 0;
  for (let leaf = 0; leaf < shape.leaves; leaf += 1) {
    if (!has(first, leaf)) continue;
    const gain = sum(shape.totalsOf, [[leaf, 1]]);
    if (!second) {
      yield first.map((area) => ({ area, move: gain, sign: 1 }));
      continue;
    }
    for (let other = 0; other < shape.leaves; other += 1) {
      if (!has(second, other)) continue;
      const loss = sum(shape.totalsOf, [[other, 1]]);
      const both = sum(shape.totalsOf, [
        [leaf, 1],
        [other, -1],
      ]);
      const apart = first[1] === second[1] ? 1 : 2;
      yield [
        ...first.slice(0, apart).map((area): Part => ({ area, move: gain, sign: 1 })),
        ...second.slice(0, apart).map((area): Part => ({ area, move: loss, sign: -1 })),
        ...first.slice(apart).map((area): Part => ({ area, move: both, sign: 1 })),
      ];
    }
  }
}

function planOf({ tree, shape, values, hidden, untold, trades }: Board): TotalsPlan {
  const find = (code: string) => tree.indexOf(code);
  return {
    trades,
    value: (code, at) => {
      const area = find(code);
      return area === undefined || untold[area] ? undefined : values[area * shape.places + shape.placeOf(at)];
    },
    hidden: (code, at) => {
      const area = find(code);
      return area !== undefined && hidden[area * shape.places + shape.placeOf(at)] === 1;
    },
  };
}
