import { readFile } from "node:fs/promises";
import { create, type Font, type PathCommand } from "fontkit";

export type Weight = "regular" | "bold";
/** Where the two font files are. */
export type FontFiles = Readonly<Record<Weight, string>>;

/** The poster's letters (字体): how wide a text is, and its outline, so that a printer needs no font. */
export type Fonts = {
  readonly bytes: Readonly<Record<Weight, Buffer>>;
  /** Width of a text set in one size. */
  width(text: string, size: number, weight: Weight): number;
  /** The outline of a text in units of the font, and how many of these make one em. */
  outline(text: string, weight: Weight): { readonly path: string; readonly unitsPerEm: number };
};

export async function loadFonts(files: FontFiles): Promise<Fonts> {
  const [regular, bold] = await Promise.all([readFile(files.regular), readFile(files.bold)]);
  const fonts: Readonly<Record<Weight, Font>> = { regular: create(regular), bold: create(bold) };
  return {
    bytes: { regular, bold },
    width: (text, size, weight) => {
      const font = fonts[weight];
      return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
    },
    outline: (text, weight) => ({ path: outlineOf(fonts[weight], text), unitsPerEm: fonts[weight].unitsPerEm }),
  };
}

const LETTERS = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const satisfies Record<PathCommand["command"], string>;

function outlineOf(font: Font, text: string): string {
  const { glyphs, positions } = font.layout(text);
  const parts: string[] = [];
  let pen = 0;
  for (const [index, { path }] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    for (const { command, args } of path.commands) {
      const moved = args.map((value, at) => Math.round(at % 2 === 0 ? value + pen + xOffset : value + yOffset));
      parts.push(LETTERS[command] + moved.join(" "));
    }
    pen += xAdvance;
  }
  return parts.join("");
}
