/** What one number of a table is, when it is not simply a number: hidden to protect people, or not there. */
export type CellStatus = "suppressed" | "missing";

export type CubeCell = { readonly value: number | null; readonly status?: CellStatus };

export type CubeCategory = {
  readonly id: string;
  readonly label: string;
  /** Of a figure: what is counted, and with how many decimals it is told. */
  readonly unit?: { readonly label: string; readonly decimals: number };
};

export type CubeDimension = {
  readonly id: string;
  readonly label: string;
  readonly role?: "geo" | "time" | "metric";
  readonly categories: readonly CubeCategory[];
};

/** A table of any number of dimensions (多维表). Its cells stand in row-major order: the last dimension is fastest. */
export type Cube = {
  readonly label: string;
  readonly source: string;
  readonly notes: readonly string[];
  readonly dimensions: readonly CubeDimension[];
  readonly cells: readonly CubeCell[];
};

/** Every cell with its categories, one for each dimension, in the cube's order. */
export function* cubeRows(cube: Cube): Generator<{ categories: readonly CubeCategory[]; cell: CubeCell }> {
  const sizes = cube.dimensions.map(({ categories }) => categories.length);
  for (const [index, cell] of cube.cells.entries()) {
    let rest = index;
    const at: number[] = [];
    for (const size of [...sizes].reverse()) {
      at.unshift(rest % size);
      rest = Math.floor(rest / size);
    }
    yield { categories: cube.dimensions.flatMap(({ categories }, d) => categories[at[d] ?? 0] ?? []), cell };
  }
}
