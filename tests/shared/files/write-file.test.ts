import fc from "fast-check";
import { readXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../shared/files/cell.ts";
import { defuse, undefuse } from "../../../shared/files/defuse.ts";
import { readFile } from "../../../shared/files/read-file.ts";
import { writeCsvText, writeXlsx } from "../../../shared/files/write-file.ts";

const columns = [
  { header: "姓名", type: "text", width: 10 },
  { header: "身份证号", type: "text", width: 20 },
  { header: "出生日期", type: "day", width: 12 },
  { header: "人数", type: "number", width: 8 },
] as const;
const text = fc.stringMatching(/^[=+\-@|'＝a-z李,"\d]{0,12}$/u);
const row = fc.tuple(text, fc.stringMatching(/^0\d{17}$/), fc.constantFrom("1956-03-19", "1900-01-02"), fc.integer());
const back = (rows: readonly (readonly Cell[])[]) => rows.map((cells) => cells.map((cell) => String(cell ?? "")));

describe("a file we write", () => {
  test("calculates nothing, whatever somebody typed into a cell", async () => {
    const evil = ["=1+1", "+1", "-1", "@SUM(A1)", "|calc", "'=1", "＝1", "\t=1"];
    const rows = evil.map((cell) => [cell, cell, cell, 1]);
    for (const line of writeCsvText({ columns, rows }).slice(1).split("\r\n").slice(1, -1)) {
      expect(line).toMatch(/^"?'/);
    }
    const { sheets } = await readXlsx(await writeXlsx({ name: "a", columns, rows }));
    const cells =
      sheets[0]?.rows
        .slice(1)
        .flat()
        .filter((cell) => typeof cell === "string") ?? [];
    expect(cells).toHaveLength(24);
    for (const cell of cells) expect(cell.startsWith("'")).toBe(true);
    expect([...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
  });

  test("defusing is undone without loss, and leaves harmless texts alone", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), text), (any) => undefuse(defuse(any)) === any));
    expect(defuse("李志明")).toBe("李志明");
    expect(defuse("it's")).toBe("it's");
  });

  test("as csv begins with the mark by which office software knows UTF-8", () => {
    expect(writeCsvText({ columns, rows: [] })).toBe("\ufeff姓名,身份证号,出生日期,人数\r\n");
  });

  test("comes back cell by cell, with all 18 digits and all zeros", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const filled = rows.map(([first, ...rest]) => [`x${first}`, ...rest] as const);
        const [csv] = await readFile(new TextEncoder().encode(writeCsvText({ columns, rows: filled })));
        expect(back(csv?.rows.slice(1) ?? [])).toEqual(back(filled));
        const [xlsx] = await readFile(await writeXlsx({ name: "居民/1", columns, rows: filled }));
        expect(xlsx?.rows.slice(1)).toEqual(filled);
      }),
      {
        numRuns: 25,
        examples: [
          [
            [
              ['"|', "0".repeat(18), "1956-03-19", 0],
              ["|||||", "0".repeat(18), "1956-03-19", 0],
            ],
          ],
        ],
      },
    );
  });
});
