import { counted, escaped, niceEnd, text } from "./svg.ts";

export type PyramidRow = { readonly label: string; readonly left: number | null; readonly right: number | null };

export type Pyramid = {
  readonly title: string;
  readonly left: string;
  readonly right: string;
  /** Youngest first; they are drawn from the bottom up. */
  readonly rows: readonly PyramidRow[];
  readonly untold: string;
};

const WIDTH = 640;
const MIDDLE = 120;
const NUMBERS = 64;
const ROW = 42;
const HEAD = 30;

/** A population pyramid (人口金字塔): men to the left, women to the right, the oldest on top. */
export function pyramidChart({ title, left, right, rows, untold }: Pyramid): string {
  const end = niceEnd(rows.flatMap((row) => [row.left ?? 0, row.right ?? 0]));
  const room = (WIDTH - MIDDLE) / 2 - NUMBERS;
  const height = HEAD + rows.length * ROW + 4;
  const [innerLeft, innerRight] = [(WIDTH - MIDDLE) / 2, (WIDTH + MIDDLE) / 2];
  const drawn = [...rows].reverse().map(({ label, left: men, right: women }, index) => {
    const y = HEAD + index * ROW;
    const [a, b] = [men, women].map((value) => (value === null ? 0 : (room * value) / end));
    const number = (value: number | null) => (value === null ? untold : counted(value));
    return [
      text(WIDTH / 2, y + 25, label, { anchor: "middle" }),
      `<rect x="${(innerLeft - (a ?? 0)).toFixed(1)}" y="${y + 6}" width="${(a ?? 0).toFixed(1)}" height="28" rx="3" fill="var(--leaf,#17594a)"/>`,
      `<rect x="${innerRight}" y="${y + 6}" width="${(b ?? 0).toFixed(1)}" height="28" rx="3" fill="var(--clay,#b8643f)"/>`,
      text(innerLeft - (a ?? 0) - 8, y + 25, number(men), { anchor: "end", ...(men === null && { soft: true }) }),
      text(innerRight + (b ?? 0) + 8, y + 25, number(women), { ...(women === null && { soft: true }) }),
    ].join("");
  });
  const heads = text(innerLeft, 18, left, { anchor: "end", size: 14 }) + text(innerRight, 18, right, { size: 14 });
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${heads}${drawn.join("")}</svg>`;
}
