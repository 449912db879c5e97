import type { Mark } from "./drawing.ts";
import type { Fonts, Weight } from "./fonts.ts";

/** A4 in points, and what is left of it between the margins (纸张). */
export const [WIDTH, HEIGHT] = [595.28, 841.89];
export const MARGIN = 44;
export const INNER = WIDTH - 2 * MARGIN;
export const COLOURS = { ink: "#1d2724", soft: "#55635e", seal: "#a3291d", paper: "#ffffff", tint: "#f4efe4" };

/** The size at which a text is no wider than this. */
export function fitting(what: string, size: number, width: number, fonts: Fonts, weight: Weight): number {
  const wide = fonts.width(what, size, weight);
  return wide <= width ? size : (size * width) / wide;
}

export function text(what: string, x: number, y: number, size: number, weight: Weight, fill: string): Mark {
  return { kind: "text", x, y, size, weight, fill, text: what };
}
