/** A place in a cube: one category's index for each breakdown, or -1 for all of them together. */
export type Place = readonly number[];

/** Moves of counts within one area: what each place gains or loses. Places are numbered as in `Shape`. */
export type Move = readonly { readonly place: number; readonly by: number }[];

/**
 * How the places of one area's table are numbered: every combination of categories, with totals.
 * Place 0 is the total of everything; a leaf is a combination without any total.
 */
export type Shape = {
  readonly places: number;
  readonly leaves: number;
  placeOf(at: Place): number;
  /** The leaf itself and all totals it belongs to. */
  readonly totalsOf: readonly (readonly number[])[];
  /** All small moves that leave the grand total alone: one count changes its category, or two trade places. */
  readonly moves: readonly Move[];
};

/** The shape of a table with so many categories in each breakdown. */
export function shapeOf(sizes: readonly number[]): Shape {
  const steps = sizes.map((_, d) => sizes.slice(d + 1).reduce((product, size) => product * (size + 1), 1));
  const placeOf = (at: Place) => at.reduce((place, index, d) => place + (index + 1) * (steps[d] ?? 0), 0);
  const combinations = sizes.reduce<number[][]>(
    (all, size) => all.flatMap((at) => Array.from({ length: size }, (_, index) => [...at, index])),
    [[]],
  );
  const totalsOf = combinations.map((at) =>
    at
      .reduce<number[][]>(
        (all, index) =>
          all.flatMap((up) => [
            [...up, index],
            [...up, -1],
          ]),
        [[]],
      )
      .map(placeOf),
  );
  const leafAt = new Map(combinations.map((at, leaf) => [placeOf(at), leaf]));
  const corner = (at: Place) => leafAt.get(placeOf(at)) ?? 0;
  const moves: Move[] = [];
  for (const [from, at] of combinations.entries()) {
    for (let to = from + 1; to < combinations.length; to += 1) {
      moves.push(
        sum(totalsOf, [
          [from, 1],
          [to, -1],
        ]),
      );
      const other = combinations[to] ?? at;
      // Two breakdowns differ and the second corner lies on the falling diagonal: each rectangle once.
      if (at.length === 2 && (at[0] ?? 0) < (other[0] ?? 0) && (at[1] ?? 0) < (other[1] ?? 0)) {
        const across = corner([at[0] ?? 0, other[1] ?? 0]);
        const down = corner([other[0] ?? 0, at[1] ?? 0]);
        moves.push(
          sum(totalsOf, [
            [from, 1],
            [across, -1],
            [down, -1],
            [to, 1],
          ]),
        );
      }
    }
  }
  return {
    places: sizes.reduce((product, size) => product * (size + 1), 1),
    leaves: combinations.length,
    placeOf,
    totalsOf,
    moves,
  };
}

/** What leaves that change by so much do to every place they belong to. */
export function sum(totalsOf: Shape["totalsOf"], changes: readonly (readonly [leaf: number, by: number])[]): Move {
  const total = new Map<number, number>();
  for (const [leaf, by] of changes) {
    for (const place of totalsOf[leaf] ?? []) total.set(place, (total.get(place) ?? 0) + by);
  }
  return [...total].filter(([, by]) => by !== 0).map(([place, by]) => ({ place, by }));
}
