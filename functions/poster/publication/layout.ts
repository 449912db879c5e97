import { qrPath } from "../../../shared/qr/qr-path.ts";
import type { Content } from "../../../shared/rules/publication/content.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { publicationNamed } from "../../../shared/schema/publications.ts";
import { dayInWords } from "../../../shared/words/dates.ts";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Drawing, Mark } from "../drawing.ts";
import type { Fonts } from "../fonts.ts";
import { COLOURS, fitting, HEIGHT, INNER, MARGIN, text, WIDTH } from "../paper.ts";
import { signUpPanel } from "./panel.ts";
import { gap, lines, type Row, rowsOf, type Setting } from "./rows.ts";

const BAND = 56;
const FOOT = 92;
const TOP = BAND + 14;
const ROOM = HEIGHT - FOOT - TOP;
/** Old eyes read nothing smaller across a room; what does not fit then goes on to another sheet. */
const SCALES = { poster: [1.6, 0.85], sheet: [1.15, 0.8] } as const;

/** What stands on the paper besides its content. */
export type Sheet = {
  readonly content: Content;
  readonly no: number;
  readonly to: string;
  readonly origin: string;
  readonly language: Language;
};

/** Lays a publication out on A4 (公开件版面): as large as it fits on one sheet, or on several where it must. */
export function publicationLayout(sheet: Sheet, fonts: Fonts): Drawing[] {
  const { content, language } = sheet;
  const [largest, least] = SCALES[publicationNamed(content.kind).print];
  let pages: Row[][] = [];
  for (let scale = largest; ; scale -= 0.05) {
    const isLeast = scale - 0.05 < least;
    pages = paged(rowsFor(sheet, { language, fonts, scale }));
    if (pages.length <= 1 || isLeast) break;
  }
  return pages.map((rows, at) => ({
    width: WIDTH,
    height: HEIGHT,
    title: content.title[language],
    marks: [...band(sheet, fonts), ...placed(rows), ...foot(sheet, fonts, at + 1, pages.length)],
  }));
}

/** The same sheet on A3: everything larger by the square root of two. */
export function onA3({ width, height, title, marks }: Drawing): Drawing {
  const by = Math.SQRT2;
  const larger = (mark: Mark): Mark => {
    const [x, y] = [mark.x * by, mark.y * by];
    return mark.kind === "box"
      ? { ...mark, x, y, w: mark.w * by, h: mark.h * by }
      : { ...mark, x, y, size: mark.size * by };
  };
  return { width: width * by, height: height * by, title, marks: marks.map(larger) };
}

function rowsFor({ content, origin }: Sheet, setting: Setting): Row[] {
  const { language, fonts, scale } = setting;
  const { title, addressee, corrects, blocks } = content;
  const words = boardWords[language];
  const most = 44 * Math.min(scale, 1.1);
  const size = Math.max(24 * scale, Math.min(most, fitting(title[language], most, INNER * 1.9, fonts, "bold")));
  return [
    ...lines(title[language], size, "bold", setting, COLOURS.ink, 1.3),
    gap(10 * scale),
    ...(corrects ? [words.corrects(corrects.no), corrects.why[language]] : []).flatMap((said) =>
      lines(said, 15 * scale, "bold", setting, COLOURS.seal),
    ),
    ...(addressee ? lines(words.to(addressee[language]), 17 * scale, "bold", setting) : []),
    ...blocks.flatMap((block) =>
      block.as === "signUp" ? signUpPanel(block, origin, setting) : [...rowsOf(block, setting), gap(6 * scale)],
    ),
  ];
}

/** Strips on pages; a heading never stays behind alone. */
function paged(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [[]];
  let left = ROOM;
  for (const [at, row] of rows.entries()) {
    const needed = row.height + (row.keepsNext ? (rows[at + 1]?.height ?? 0) : 0);
    if (needed > left && pages.at(-1)?.length) {
      pages.push([]);
      left = ROOM;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
}

function placed(rows: readonly Row[]): Mark[] {
  let top = TOP;
  return rows.flatMap(({ height, marks }) => {
    const here = marks.map((mark) => ({ ...mark, y: mark.y + top }));
    top += height;
    return here;
  });
}

/** Who publishes, and what kind of paper it is. */
function band({ content, language }: Sheet, fonts: Fonts): Mark[] {
  const [committee, heading] = [content.committee[language], content.heading[language]];
  const headingWidth = fonts.width(heading, 21, "bold");
  const size = fitting(committee, 22, INNER - headingWidth - 20, fonts, "bold");
  return [
    { kind: "box", x: 0, y: 0, w: WIDTH, h: BAND, fill: COLOURS.seal },
    text(committee, MARGIN, 37, size, "bold", COLOURS.paper),
    text(heading, WIDTH - MARGIN - headingWidth, 37, 21, "bold", COLOURS.paper),
  ];
}

/** Signed and dated; a code by which anybody sees whether the paper still holds. */
function foot({ content, no, to, origin, language }: Sheet, fonts: Fonts, page: number, pages: number): Mark[] {
  const words = boardWords[language];
  const top = HEIGHT - FOOT + 8;
  const right = (what: string, y: number, size: number, weight: "regular" | "bold") => {
    const fits = fitting(what, size, INNER * 0.62, fonts, weight);
    return text(what, WIDTH - MARGIN - fonts.width(what, fits, weight), y, fits, weight, COLOURS.ink);
  };
  const { path, size: units } = qrPath(`${origin}/c/${content.community}/${no}`);
  const said = [words.verify, `${words.no(no)}  ${words.until(dayInWords(to, language))}`];
  return [
    { kind: "box", x: MARGIN, y: top - 4, w: INNER, h: 0.8, fill: COLOURS.soft },
    { kind: "code", x: MARGIN - 6, y: top, size: 66, path, units },
    ...said.map((what, at) =>
      text(
        what,
        MARGIN + 64,
        top + 44 + at * 13,
        fitting(what, 9.5, INNER * 0.42, fonts, "regular"),
        "regular",
        COLOURS.soft,
      ),
    ),
    right(content.signature[language], top + 24, 18, "bold"),
    right(dayInWords(content.signedOn, language), top + 46, 15, "regular"),
    ...(pages > 1 ? [right(`${page} / ${pages}`, top + 62, 10, "regular")] : []),
  ];
}
