import type { Block } from "../../../shared/rules/publication/content.ts";
import type { Language } from "../../../shared/schema/label.ts";
import type { Mark } from "../drawing.ts";
import type { Fonts, Weight } from "../fonts.ts";
import { COLOURS, INNER, MARGIN, text } from "../paper.ts";
import { wrapText } from "../wrap.ts";

/** A strip of a sheet (版面行): its marks stand from its own top. Strips are never parted by the end of a page. */
export type Row = { readonly height: number; readonly marks: readonly Mark[]; readonly keepsNext?: true };

/** How a sheet is set: in which language, letters and size. */
export type Setting = { readonly language: Language; readonly fonts: Fonts; readonly scale: number };

/** The strips of one part of a publication; the sign-up box has a place of its own. */
export function rowsOf(block: Block, setting: Setting): Row[] {
  const { language, scale } = setting;
  const title: Row[] =
    block.title && block.as !== "signUp"
      ? [gap(8 * scale), { ...line(block.title[language], 17 * scale, "bold", setting), keepsNext: true }]
      : [];
  if (block.as === "text") return [...title, ...block.paragraphs.flatMap((one) => paragraph(one[language], setting))];
  if (block.as === "facts") return [...title, ...factRows(block, setting)];
  return block.as === "table" ? [...title, ...tableRows(block, setting)] : [];
}

export const gap = (height: number): Row => ({ height, marks: [] });

/** A text over the whole width, wrapped. */
export function lines(
  what: string,
  size: number,
  weight: Weight,
  { fonts }: Setting,
  fill = COLOURS.ink,
  leading = 1.4,
): Row[] {
  return wrapText(what, INNER, (one) => fonts.width(one, size, weight)).map((one) => ({
    height: size * leading,
    marks: [text(one, MARGIN, size * (leading - 0.3), size, weight, fill)],
  }));
}

function line(what: string, size: number, weight: Weight, setting: Setting): Row {
  return lines(what, size, weight, setting)[0] ?? gap(0);
}

/** A paragraph; in Chinese its first line is set in by two characters. */
function paragraph(what: string, { language, fonts, scale }: Setting): Row[] {
  const size = 17 * scale;
  const indent = language === "zh" ? "\u3000\u3000" : "";
  const wrapped = wrapText(`${indent}${what}`, INNER, (one) => fonts.width(one, size, "regular"));
  return wrapped.map((one, at) => {
    // Wrapping drops the space a line begins with.
    const shown = at === 0 && indent !== "" && !one.startsWith(indent) ? indent + one.trimStart() : one;
    return {
      height: size * 1.55 + (at === wrapped.length - 1 ? 4 * scale : 0),
      marks: [text(shown, MARGIN, size * 1.2, size, "regular", COLOURS.ink)],
    };
  });
}

function factRows({ facts }: Extract<Block, { as: "facts" }>, { language, fonts, scale }: Setting): Row[] {
  const [labelSize, size] = [14 * scale, 16.5 * scale];
  const widths = facts.map(({ label }) => fonts.width(label[language], labelSize, "regular"));
  const labelWidth = Math.min(INNER * 0.4, Math.max(0, ...widths) + 14 * scale);
  return facts.flatMap(({ label, lines: said }) => {
    const wrapped = said.flatMap((one) =>
      wrapText(one[language], INNER - labelWidth, (part) => fonts.width(part, size, "bold")),
    );
    return wrapped.map((one, at) => ({
      height: size * 1.42 + (at === wrapped.length - 1 ? 3 * scale : 0),
      marks: [
        ...(at === 0 ? [text(label[language], MARGIN, size * 1.08, labelSize, "regular", COLOURS.soft)] : []),
        text(one, MARGIN + labelWidth, size * 1.08, size, "bold", COLOURS.ink),
      ],
    }));
  });
}

function tableRows({ columns, rows }: Extract<Block, { as: "table" }>, { language, fonts, scale }: Setting): Row[] {
  const size = 14.5 * scale;
  const cells = [columns.map(({ label }) => label[language]), ...rows.map((row) => row.map((cell) => cell[language]))];
  const natural = columns.map(
    (_, at) => Math.max(...cells.map((row) => fonts.width(row[at] ?? "", size, "bold"))) + 16,
  );
  const total = natural.reduce((sum, width) => sum + width, 0);
  const widths = natural.map((width) => (width * INNER) / total);
  return cells.map((row, index): Row => {
    const isHead = index === 0;
    const weight: Weight = isHead ? "regular" : "bold";
    const wrapped = row.map((cell, at) =>
      wrapText(cell, (widths[at] ?? 0) - 8, (one) => fonts.width(one, size, weight)),
    );
    const height = Math.max(1, ...wrapped.map((one) => one.length)) * size * 1.35 + 5 * scale;
    const marks = wrapped.flatMap((parts, at) => {
      const left = MARGIN + widths.slice(0, at).reduce((sum, width) => sum + width, 0);
      return parts.map((part, row) => {
        const isNumber = columns[at]?.number === true;
        const x = isNumber ? left + (widths[at] ?? 0) - 4 - fonts.width(part, size, weight) : left + 2;
        return text(part, x, size * (1.12 + row * 1.35), size, weight, isHead ? COLOURS.soft : COLOURS.ink);
      });
    });
    const rule: Mark = { kind: "box", x: MARGIN, y: height - 1.2, w: INNER, h: isHead ? 1.2 : 0.6, fill: "#b9b3a4" };
    return { height, marks: [...marks, rule], ...(isHead && { keepsNext: true as const }) };
  });
}
