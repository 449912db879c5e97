import type { AreaPath } from "./area-tree.ts";
import { type Move, sum } from "./cube.ts";
import type { Board, Change, Part } from "./suppression-board.ts";
import type { Trade } from "./suppression-plan.ts";

/** Every small change that alters this cell. */
export function* changesThrough(board: Board, area: number, place: number, withZeros = false): Generator<Change> {
  const { shape, wanted } = board;
  if (!wanted.totals) yield* tradesOfTotals(board, area);
  const through = shape.moves.filter((move) => move.some((step) => step.place === place));
  yield* alongChains(board, area, through, withZeros);
  for (const trade of wanted.totals?.trades ?? []) {
    for (const parts of liftedTrades(board, trade)) {
      if (parts.some((part) => part.area === area && part.move.some((step) => step.place === place))) yield { parts };
    }
  }
}

type Link = { readonly area: number; readonly sign: 1 | -1 };
/** Moves within a community below this area, or in itself, balanced by others along every chain. */
export function* alongChains(board: Board, area: number, moves: readonly Move[], withZeros = false): Generator<Change> {
  for (const path of board.tree.through(area)) {
    for (const move of moves) {
      if (!fits(board, path[0], move, withZeros)) continue;
      for (const chain of chains(board, path, path.indexOf(area))) {
        yield { parts: chain.map(({ area: at, sign }) => ({ area: at, move, sign })) };
      }
    }
  }
}

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
function fits({ values, shape, thin }: Board, area: number, move: Move, withZeros: boolean): boolean {
  return withZeros || thin[area] || move.every(({ place }) => (values[area * shape.places + place] ?? 0) > 0);
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
    board.thin[path[0]] || (values[path[0] * shape.places + (shape.totalsOf[leaf]?.[0] ?? 0)] ?? 0) > 0;
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
