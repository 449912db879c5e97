import { encode } from "uqr";

/** A QR code as one outline (二维码): a square of `size` units, its dark modules as the path of an SVG or PDF. */
export type QrPath = { readonly size: number; readonly path: string };

/** Light modules around the code, without which phones do not find it. */
const QUIET = 4;

/** The QR code of a text, a quarter of which may be dirty or torn. Runs of a row are one rectangle. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "Q", border: 0 });
  const parts: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end += 1;
      parts.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1h-${end - x}z`);
      x = end;
    }
  }
  return { size: size + 2 * QUIET, path: parts.join("") };
}
