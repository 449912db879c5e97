import { qrPath } from "../../shared/qr/qr-path.ts";
import { posterWords } from "../../shared/words/poster.ts";
import type { PosterContent } from "./content.ts";
import type { Drawing, Mark } from "./drawing.ts";
import type { Fonts, Weight } from "./fonts.ts";
import { COLOURS, fitting, HEIGHT, INNER, MARGIN, text, WIDTH } from "./paper.ts";
import { wrapText } from "./wrap.ts";

const BAND = 62;
const PANEL = 252;
const CODE = 224;
const FOOT = 46;
const ONE_COLUMN_MAX = 8;
/** Smaller letters than this nobody reads; what still does not fit then is left to the form. */
const SCALE_MIN = 0.4;

/** Lays a poster out on one sheet; a long itinerary makes the facts smaller until all of it fits. */
export function posterLayout(content: PosterContent, fonts: Fonts): Drawing {
  const panelTop = HEIGHT - FOOT - PANEL;
  const room = panelTop - 14 - BAND;
  for (let scale = 1.3; ; scale -= 0.05) {
    const upper = upperPart(content, fonts, BAND, scale);
    if (upper.height > room && scale > SCALE_MIN) continue;
    const fits = upper.marks.filter((mark) => mark.y < panelTop - 8);
    const marks = [...band(content, fonts), ...fits, ...panel(content, fonts, panelTop), ...foot(content, fonts)];
    return { width: WIDTH, height: HEIGHT, title: content.title, marks };
  }
}

type Part = { readonly marks: readonly Mark[]; readonly height: number };

/** Who invites, on top. */
function band({ committee, language }: PosterContent, fonts: Fonts): Mark[] {
  const { notice } = posterWords[language];
  const noticeWidth = fonts.width(notice, 22, "bold");
  const size = fitting(committee, 24, INNER - noticeWidth - 24, fonts, "bold");
  return [
    { kind: "box", x: 0, y: 0, w: WIDTH, h: BAND, fill: COLOURS.seal },
    text(committee, MARGIN, 40, size, "bold", COLOURS.paper),
    text(notice, WIDTH - MARGIN - noticeWidth, 40, 22, "bold", COLOURS.paper),
  ];
}

/** The title and the facts. */
function upperPart({ title, facts }: PosterContent, fonts: Fonts, top: number, scale: number): Part {
  const marks: Mark[] = [];
  const titleSize = titleSizeFor(title, fonts, scale);
  let y = top + 18;
  for (const line of wrapText(title, INNER, (one) => fonts.width(one, titleSize, "bold"))) {
    y += titleSize * 1.16;
    marks.push(text(line, MARGIN, y, titleSize, "bold", COLOURS.ink));
  }
  y += 20 * scale;
  const [labelSize, size] = [17 * scale, 20 * scale];
  const labelWidth = Math.max(...facts.map(({ label }) => fonts.width(label, labelSize, "regular"))) + 16 * scale;
  for (const { label, lines } of facts) {
    const first = y + size * 1.36;
    marks.push(text(label, MARGIN, first, labelSize, "regular", COLOURS.soft));
    const { columns, rows } = arranged(lines, INNER - labelWidth, (one) => fonts.width(one, size, "bold"));
    for (const [column, texts] of columns.entries()) {
      const x = MARGIN + labelWidth + (column * (INNER - labelWidth)) / columns.length;
      for (const [row, line] of texts.entries()) {
        marks.push(text(line, x, first + row * size * 1.36, size, "bold", COLOURS.ink));
      }
    }
    y += rows * size * 1.36 + 4 * scale;
  }
  return { marks, height: y - top };
}

/** A long itinerary stands in two columns where its lines are short enough; all else is wrapped. */
function arranged(
  lines: readonly string[],
  width: number,
  widthOf: (text: string) => number,
): { columns: readonly (readonly string[])[]; rows: number } {
  const isShort = lines.every((line) => widthOf(line) < width / 2 - 12);
  if (lines.length > ONE_COLUMN_MAX && isShort) {
    const rows = Math.ceil(lines.length / 2);
    return { columns: [lines.slice(0, rows), lines.slice(rows)], rows };
  }
  const wrapped = lines.flatMap((line) => wrapText(line, width, widthOf));
  return { columns: [wrapped], rows: wrapped.length };
}

/** How to sign up: the code to scan, and every way for those who cannot. */
function panel(content: PosterContent, fonts: Fonts, top: number): Mark[] {
  const { language, url, address, closing, phone, desk, words } = content;
  const { type } = posterWords[language];
  const { path, size: units } = qrPath(url);
  const codeTop = top + (PANEL - CODE) / 2;
  const left = MARGIN + CODE + 22;
  const width = WIDTH - MARGIN - left;
  const marks: Mark[] = [
    { kind: "box", x: MARGIN - 14, y: top, w: INNER + 28, h: PANEL, fill: COLOURS.tint },
    { kind: "box", x: MARGIN, y: codeTop, w: CODE, h: CODE, fill: COLOURS.paper },
    { kind: "code", x: MARGIN, y: codeTop, size: CODE, path, units },
  ];
  let y = top + 10;
  const write = (what: string, size: number, weight: Weight, fill: string, most = 2) => {
    const lines = wrapText(what, width, (one) => fonts.width(one, size, weight));
    const fits = lines.length <= most ? size : fitting(what, size, width * most * 0.94, fonts, weight);
    for (const line of wrapText(what, width, (one) => fonts.width(one, fits, weight))) {
      y += fits * 1.3;
      marks.push(text(line, left, y, fits, weight, fill));
    }
  };
  write(words.scan, 30, "bold", COLOURS.ink, 1);
  y += 8;
  if (closing) {
    write(words.closing, 12.5, "regular", COLOURS.soft, 1);
    write(closing, 19, "bold", COLOURS.seal, 1);
    y += 8;
  }
  write(type, 12.5, "regular", COLOURS.soft, 1);
  write(address, 17, "bold", COLOURS.ink, 2);
  if (phone) {
    y += 8;
    write(words.phone, 12.5, "regular", COLOURS.soft, 1);
    write(phone, 24, "bold", COLOURS.ink, 1);
  }
  if (desk) {
    y += 6;
    write(`${words.desk}${language === "zh" ? "：" : ": "}${desk}`, 13.5, "regular", COLOURS.ink, 2);
  }
  return marks;
}

/** Signed and dated, as a notice is. */
function foot({ committee, signedOn }: PosterContent, fonts: Fonts): Mark[] {
  const signed = `${committee}  ${signedOn}`;
  const size = fitting(signed, 15, INNER, fonts, "regular");
  const x = WIDTH - MARGIN - fonts.width(signed, size, "regular");
  return [text(signed, x, HEIGHT - 17, size, "regular", COLOURS.ink)];
}

/** As large as the title can be on at most two lines. */
function titleSizeFor(title: string, fonts: Fonts, scale: number): number {
  for (let size = 62; size > 24; size -= 2) {
    const lines = wrapText(title, INNER, (one) => fonts.width(one, size, "bold"));
    if (lines.length <= (size > 44 ? 1 : 2)) return size * Math.min(1, Math.max(0.8, scale));
  }
  return 24;
}
