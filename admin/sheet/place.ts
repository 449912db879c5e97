import type { CSSProperties } from "react";

/** A rectangle of the scrolled content, in pixels from the left edge and from the first drawn row. */
export type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** In the frozen columns things stick with them, above them; elsewhere they lie in the content and scroll below. */
export function styleAt({ x, y, width, height }: Place, pinned: boolean): CSSProperties {
  return pinned
    ? { position: "sticky", left: x, width, height, marginBottom: -height, transform: `translateY(${y}px)` }
    : { position: "absolute", left: x, top: y, width, height };
}
