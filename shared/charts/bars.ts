import { bar, counted, drawing, niceEnd, words } from "./svg.ts";

export type Bar = {
  readonly label: string;
  /** Null where the figure is not told. */
  readonly value: number | null;
  /** What stands in place of a figure that is not told. */
  readonly untold?: string;
};

const ROW = 46;

/** Horizontal bars (条形图) with their names above and their numbers at the end, as SVG. What is not told has no bar. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const end = niceEnd(bars.map(({ value }) => value ?? 0));
  const rows = bars.flatMap(({ label, value, untold = "—" }, index) => {
    const y = index * ROW;
    // Even one is seen.
    const width = value ? Math.max(0.5, (100 * value) / end) : 0;
    return [
      words(0, y + 15, label),
      words(100, y + 15, value === null ? untold : counted(value), {
        anchor: "end",
        ...(value === null && { soft: true }),
      }),
      bar(0, 100, y + 22, 14, "var(--tint,#edf4f1)"),
      bar(0, width, y + 22, 14, "var(--leaf,#17594a)"),
    ];
  });
  return drawing(title, bars.length * ROW, rows);
}
