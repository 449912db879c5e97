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

/** Text in the figure's own language; colours come from the page, with values for where there is none. */
export function text(
  x: number,
  y: number,
  words: string,
  options: { anchor?: "start" | "middle" | "end"; soft?: true; size?: number } = {},
): string {
  const colour = options.soft ? "var(--soft,#5d6b66)" : "var(--ink,#22302c)";
  return `<text x="${x}" y="${y}" font-size="${options.size ?? 13}" text-anchor="${options.anchor ?? "start"}" fill="${colour}">${escaped(words)}</text>`;
}
