/** Text that may stand in SVG or HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole number with its thousands apart. */
export const counted = (value: number): string => new Intl.NumberFormat("en").format(value);

/** A round number at least as large as all values, so that an axis ends well. */
export function niceEnd(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 2.5, 5].find((step) => step * power >= most) ?? 10) * power;
}

type Words = { readonly anchor?: "start" | "middle" | "end"; readonly soft?: true; readonly dx?: number };

/** Words at a place across in percent and down in pixels. Colours come from the page, with values where it has none. */
export function words(x: number, y: number, said: string, { anchor = "start", soft, dx = 0 }: Words = {}): string {
  const fill = soft ? "var(--soft,#5d6b66)" : "var(--ink,#22302c)";
  return `<text x="${x}%" y="${y}" dx="${dx}" font-size="14" text-anchor="${anchor}" fill="${fill}">${escaped(said)}</text>`;
}

/** A bar from one place across to another, in percent, so that it fits any width while its words keep their size. */
export function bar(x: number, width: number, y: number, height: number, fill: string): string {
  const size = `x="${x.toFixed(2)}%" y="${y}" width="${width.toFixed(2)}%" height="${height}"`;
  return width > 0 ? `<rect ${size} rx="3" fill="${fill}"/>` : "";
}

/** A drawing as wide as its place, with a name for those who do not see it; its numbers stand in the table beside it. */
export function drawing(title: string, height: number, parts: readonly string[]): string {
  return `<svg class="chart" width="100%" height="${height}" role="img" aria-label="${escaped(title)}">${parts.join("")}</svg>`;
}
