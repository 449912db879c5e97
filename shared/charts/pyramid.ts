import { bar, counted, drawing, niceEnd, words } from "./svg.ts";

/** Null where a figure is not told. */
export type PyramidRow = { readonly label: string; readonly left: number | null; readonly right: number | null };

export type Pyramid = {
  readonly title: string;
  readonly left: string;
  readonly right: string;
  /** Youngest first; they are drawn from the bottom up. */
  readonly rows: readonly PyramidRow[];
  readonly untold: string;
};

const ROW = 42;
const HEAD = 30;
/** Where bars begin, in percent; ages stand between them, numbers at their ends. */
const [LEFT, RIGHT, LONGEST] = [37, 63, 22];

/** A population pyramid (人口金字塔): men to the left, women to the right, the oldest on top. */
export function pyramidChart({ title, left, right, rows, untold }: Pyramid): string {
  const end = niceEnd(rows.flatMap((row) => [row.left ?? 0, row.right ?? 0]));
  const lengthOf = (value: number | null) => ((value ?? 0) * LONGEST) / end;
  const said = (value: number | null) => (value === null ? untold : counted(value));
  const soft = (value: number | null) => (value === null ? ({ soft: true } as const) : {});
  const drawn = [...rows].reverse().flatMap(({ label, left: men, right: women }, index) => {
    const y = HEAD + index * ROW;
    const [a, b] = [lengthOf(men), lengthOf(women)];
    return [
      words(50, y + 24, label, { anchor: "middle" }),
      bar(LEFT - a, a, y + 6, 26, "var(--leaf,#17594a)"),
      bar(RIGHT, b, y + 6, 26, "var(--clay,#b8643f)"),
      words(LEFT - a, y + 24, said(men), { anchor: "end", dx: -6, ...soft(men) }),
      words(RIGHT + b, y + 24, said(women), { dx: 6, ...soft(women) }),
    ];
  });
  const heads = [words(LEFT, 18, left, { anchor: "end" }), words(RIGHT, 18, right)];
  return drawing(title, HEAD + rows.length * ROW, [...heads, ...drawn]);
}
