import { inflateSync } from "node:zlib";

/**
 * How many letters each font inside a PDF has, and how many of these have no outline. Read from the TrueType tables
 * themselves: a PDF whose letters are blank still gives its text to whoever extracts it.
 */
export function glyphInk(pdf: Buffer): { used: number; empty: number }[] {
  const raw = pdf.toString("latin1");
  const fonts: { used: number; empty: number }[] = [];
  for (const { index } of raw.matchAll(/stream\r?\n/g)) {
    const start = index + (raw.startsWith("stream\r\n", index) ? 8 : 7);
    const bytes = unpacked(pdf.subarray(start, raw.indexOf("endstream", start)));
    if (bytes && TRUETYPE.has(bytes.readUInt32BE(0))) fonts.push(inkOf(bytes));
  }
  return fonts;
}

/** How a TrueType font begins: version 1.0, or the word `true`. */
const TRUETYPE = new Set([0x00010000, 0x74727565]);

function unpacked(stream: Buffer): Buffer | undefined {
  try {
    const bytes = inflateSync(stream);
    return bytes.length > 12 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function inkOf(font: Buffer): { used: number; empty: number } {
  const table = (name: string) => {
    for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
      if (font.toString("latin1", entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
    }
    throw new Error(`The font has no table ${name}`);
  };
  const long = font.readInt16BE(table("head") + 50) === 1;
  const glyphs = font.readUInt16BE(table("maxp") + 4);
  const loca = table("loca");
  const offset = (glyph: number) =>
    long ? font.readUInt32BE(loca + glyph * 4) : font.readUInt16BE(loca + glyph * 2) * 2;
  let empty = 0;
  // Glyph 0 stands for letters that are missing.
  for (let glyph = 1; glyph < glyphs; glyph += 1) if (offset(glyph) === offset(glyph + 1)) empty += 1;
  return { used: glyphs - 1, empty };
}
