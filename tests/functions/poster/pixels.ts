import type { Page } from "playwright-core";

/** A picture as its pixels, four bytes each. */
export type Bitmap = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Unpacks a PNG in the browser that took it. */
export async function pixelsOf(page: Page, png: Buffer): Promise<Bitmap> {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const canvas = document.createElement("canvas");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("No canvas");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = "";
    for (let start = 0; start < data.length; start += 32_768) {
      text += String.fromCharCode(...data.subarray(start, start + 32_768));
    }
    return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
  }, png.toString("base64"));
  return { width, height, data: new Uint8Array(Buffer.from(base64, "base64")) };
}

type Region = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/**
 * How much of a region (in shares of the sheet) differs from its ground, and in how many pixel columns.
 * An empty box or a blank has few strokes; a line of Chinese has many.
 */
export function inkIn({ width, height, data }: Bitmap, region: Region): { share: number; columns: number } {
  const [x0, x1] = [Math.floor(region.left * width), Math.floor(region.right * width)];
  const [y0, y1] = [Math.floor(region.top * height), Math.floor(region.bottom * height)];
  const at = (x: number, y: number) => (y * width + x) * 4;
  const ground = data.subarray(at(x0, y0), at(x0, y0) + 3);
  let inked = 0;
  let columns = 0;
  for (let x = x0; x < x1; x += 1) {
    const before = inked;
    for (let y = y0; y < y1; y += 1) {
      const pixel = at(x, y);
      const far = [0, 1, 2].some((part) => Math.abs((data[pixel + part] ?? 0) - (ground[part] ?? 0)) > 90);
      if (far) inked += 1;
    }
    if (inked > before) columns += 1;
  }
  return { share: inked / ((x1 - x0) * (y1 - y0)), columns };
}
