import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { qrPath } from "../../../shared/qr/qr-path.ts";

/** Fills the path's rectangles into pixels, as a printer would. */
function pixels(text: string, scale: number) {
  const { size, path } = qrPath(text);
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x = "", y = "", w = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(w)) * scale; column += 1) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

test("the outline of a QR code is read by a decoder of another maker", () => {
  for (const text of ["https://linli.example.cn/f/49ektq6t", `http://192.168.1.20:8787/f/${"x".repeat(60)}`]) {
    expect(decodeQR(pixels(text, 5))).toBe(text);
  }
});
