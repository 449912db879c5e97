import { counted, escaped, niceEnd, text } from "./svg.ts";

export type Bar = {
  readonly label: string;
  /** Null where the figure is not told. */
  readonly value: number | null;
};

const WIDTH = 640;
const LABELS = 150;
const VALUES = 72;
const ROW = 34;

/** Horizontal bars (条形图), one below the other with their numbers, as SVG. A figure that is not told has none. */
export function barChart(title: string, bars: readonly Bar[], untold: string): string {
  const end = niceEnd(bars.map(({ value }) => value ?? 0));
  const height = bars.length * ROW + 8;
  const rows = bars.map(({ label, value }, index) => {
    const y = 4 + index * ROW;
    const width = value === null ? 0 : Math.max(value > 0 ? 2 : 0, ((WIDTH - LABELS - VALUES) * value) / end);
    const number = value === null ? untold : counted(value);
    return [
      text(LABELS - 10, y + 21, shortened(label), { anchor: "end" }),
      `<rect x="${LABELS}" y="${y + 5}" width="${WIDTH - LABELS - VALUES}" height="22" rx="4" fill="var(--tint,#edf4f1)"/>`,
      width > 0
        ? `<rect x="${LABELS}" y="${y + 5}" width="${width.toFixed(1)}" height="22" rx="4" fill="var(--leaf,#17594a)"/>`
        : "",
      text(WIDTH, y + 21, number, { anchor: "end", ...(value === null && { soft: true }) }),
    ].join("");
  });
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${rows.join("")}</svg>`;
}

/** Room for ten Chinese characters. */
function shortened(label: string): string {
  return [...label].length > 11 ? `${[...label].slice(0, 10).join("")}…` : label;
}
