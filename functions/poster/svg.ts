import type { Drawing, Mark } from "./drawing.ts";
import type { Fonts } from "./fonts.ts";

/** The sheet as SVG; texts are outlines, so that it looks the same on every machine. */
export function drawingSvg(drawing: Drawing, fonts: Fonts): string {
  const { width, height, title, marks } = drawing;
  const said = marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(title)}</title><desc id="d">${escaped(said)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...marks.map((mark) => element(mark, fonts)),
    "</svg>",
  ].join("");
}

function element(mark: Mark, fonts: Fonts): string {
  if (mark.kind === "box") {
    return `<rect x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.w)}" height="${short(mark.h)}" fill="${mark.fill}"/>`;
  }
  if (mark.kind === "code") {
    const scale = mark.size / mark.units;
    const place = `translate(${short(mark.x)} ${short(mark.y)}) scale(${scale.toFixed(5)})`;
    return `<path class="qr" shape-rendering="crispEdges" transform="${place}" d="${mark.path}"/>`;
  }
  const { path, unitsPerEm } = fonts.outline(mark.text, mark.weight);
  const scale = (mark.size / unitsPerEm).toFixed(6);
  return `<path fill="${mark.fill}" transform="translate(${short(mark.x)} ${short(mark.y)}) scale(${scale} -${scale})" d="${path}"/>`;
}

const short = (value: number) => String(Math.round(value * 100) / 100);

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
