import { qrPath } from "../../../shared/qr/qr-path.ts";
import type { Block } from "../../../shared/rules/publication/content.ts";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Mark } from "../drawing.ts";
import type { Weight } from "../fonts.ts";
import { COLOURS, fitting, INNER, MARGIN, text, WIDTH } from "../paper.ts";
import { wrapText } from "../wrap.ts";
import { gap, type Row, type Setting } from "./rows.ts";

const CODE = 156;

/** How to sign up (报名方式): a code to scan, and every way for those who cannot, in the largest letters that fit. */
export function signUpPanel(
  block: Extract<Block, { as: "signUp" }>,
  origin: string,
  { language, fonts }: Setting,
): Row[] {
  const words = boardWords[language];
  const { code, phones, place, hours, closing } = block;
  const url = code === undefined ? undefined : `${origin}/f/${code}`;
  const left = MARGIN + (url ? CODE + 16 : 12);
  const width = WIDTH - MARGIN - 10 - left;
  const marks: Mark[] = [];
  let y = 8;
  const write = (what: string, size: number, weight: Weight, fill: string, most = 1) => {
    const wrapped = wrapText(what, width, (one) => fonts.width(one, size, weight));
    const fits = wrapped.length <= most ? size : fitting(what, size, width * most * 0.94, fonts, weight);
    for (const one of wrapText(what, width, (part) => fonts.width(part, fits, weight))) {
      y += fits * 1.3;
      marks.push(text(one, left, y, fits, weight, fill));
    }
  };
  write(words.deadline, 12.5, "regular", COLOURS.soft);
  write(closing[language], 19, "bold", COLOURS.seal, 2);
  for (const phone of phones) write(`${words.phone} ${phone}`, 20, "bold", COLOURS.ink);
  if (place) write(`${words.desk} ${place}`, 15, "bold", COLOURS.ink, 2);
  if (hours) write(`${words.hours} ${hours}`, 12.5, "regular", COLOURS.ink, 2);
  if (url) {
    write(words.type, 12.5, "regular", COLOURS.soft);
    write(url.replace(/^https?:\/\//, ""), 17, "bold", COLOURS.ink, 2);
  }
  const height = Math.max(y + 14, url ? CODE + 38 : 0);
  const { path, size: units } = url ? qrPath(url) : { path: "", size: 1 };
  const scan: Mark[] = url
    ? [
        { kind: "box", x: MARGIN, y: 8, w: CODE, h: CODE, fill: COLOURS.paper },
        { kind: "code", x: MARGIN, y: 8, size: CODE, path, units },
        text(words.scan, MARGIN + 4, CODE + 26, fitting(words.scan, 15, CODE - 8, fonts, "bold"), "bold", COLOURS.ink),
      ]
    : [];
  const tint: Mark = { kind: "box", x: MARGIN - 10, y: 0, w: INNER + 20, h: height, fill: COLOURS.tint };
  return [gap(10), { height, marks: [tint, ...scan, ...marks] }];
}
