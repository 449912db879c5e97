import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTsv, toHtmlTable, toTsv } from "../../../admin/sheet/tsv.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "张", '"', "\t", "\n", ",", " ", "'", "&", "<"), maxLength: 6 });
const block = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([height, width]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

describe("text on the clipboard", () => {
  it("brings back exactly the cells that were copied", () => {
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTsv(toTsv(cells))).toEqual(cells);
      }),
    );
  });

  it.each([
    [
      "the line end after the last row is no row",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["line ends of old Macs and of Linux count too", "a\nb\rc", [["a"], ["b"], ["c"]]],
    ["empty cells and empty lines inside stay", "\ta\n\n\t\n", [["", "a"], [""], ["", ""]]],
    ["quoted cells hold tabs, lines and quotes", '"1\r\n2"\t"a\tb"\t"说""好"""', [["1\n2", "a\tb", '说"好"']]],
    ["a quote inside a text is just a quote", '5" 管\t"未完', [['5" 管', '"未完']]],
    ["a text that begins with a quoted word is kept whole", '"甲" 和乙\t1', [['"甲" 和乙', "1"]]],
    ["one cell is one cell", "张三", [["张三"]]],
  ])("%s", (_, text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it("carries nothing that could run when a word processor takes it as a table", () => {
    const html = toHtmlTable([["<img src=x onerror=alert(1)>", 'a"b']], () => false);
    expect(html).not.toContain("<img");
    expect(html).toContain("a&quot;b");
  });

  it("lets Excel count with numbers, and keeps every digit of an ID number", () => {
    const html = toHtmlTable([["110101199003070000", "12.50"]], (col) => col === 1);
    expect(html).toMatch(/mso-number-format:'\\@'[^>]*>110101199003070000</);
    expect(html).toMatch(/<td style="white-space:pre-wrap">12.50</);
  });
});
