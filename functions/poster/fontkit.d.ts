/** What we use of fontkit, which has no types of its own. */
declare module "fontkit" {
  export type PathCommand = {
    readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
    readonly args: readonly number[];
  };
  export type GlyphRun = {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
    readonly advanceWidth: number;
  };
  export type Font = { readonly unitsPerEm: number; layout(text: string): GlyphRun };
  export function create(buffer: Uint8Array): Font;
}
