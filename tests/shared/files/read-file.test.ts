import { existsSync, readFileSync } from "node:fs";
import { writeOds, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { FileProblem } from "../../../shared/files/file-problem.ts";
import { readFile } from "../../../shared/files/read-file.ts";
import { encryptedWorkbook, oldWorkbook, unpacked, zipOf, zipStating } from "../../support/odd-files.ts";
import { addressCsv, inGbk, officeRoster, people } from "../../support/workbooks.ts";

const reasonOf = (bytes: Uint8Array) =>
  readFile(bytes).then(
    () => "read",
    (error: unknown) => (error instanceof FileProblem ? error.code : String(error)),
  );
const hostOfThisMachine = () => (existsSync("/etc/hostname") ? readFileSync("/etc/hostname", "utf8").trim() : "");
const utf8 = (text: string) => new TextEncoder().encode(text);
const rows = [
  ["姓名", "房号"],
  ["李志明", "0603"],
];

describe("a file is read by what is in it, not by its name", () => {
  test("xlsx, ods, old xls, and csv in UTF-8, UTF-16 and GBK give the same rows", async () => {
    const text = "姓名,房号\r\n李志明,0603\r\n";
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    const files = [
      await writeXlsx({ sheets: [{ name: "a", rows }] }),
      await writeOds({ sheets: [{ name: "a", rows }] }),
      oldWorkbook(rows),
      utf8(text),
      utf8(`\ufeff${text}`),
      utf8(text.replaceAll(",", "\t")),
      utf16,
      inGbk(text),
    ];
    for (const file of files) expect((await readFile(file))[0]?.rows).toEqual(rows);
  });

  test("an office's roster keeps numbers as numbers, days as days, and shows which cells are one", async () => {
    const [sheet] = await readFile(await officeRoster(people(4)));
    expect(sheet?.rows[4]?.slice(2, 5)).toEqual(["女", people(1)[0]?.idNo, "1935-01-01"]);
    expect(sheet?.rows[5]?.[9]).toBe(14410000001);
    expect(sheet?.merges).toContainEqual({ startRow: 2, startCol: 1, endRow: 2, endCol: 5 });
  });

  test("leading zeros that a number format shows are kept, and an hour is an hour", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "a",
          columns: [{ header: "编号", key: "no", numFmt: "000000" }],
          data: [{ no: 123 }],
        },
      ],
    });
    expect((await readFile(bytes))[0]?.rows).toEqual([["编号"], ["000123"]]);
  });

  test("a formula is never calculated: its last result counts, else its text", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [["a", "b", '=HYPERLINK("x","点")']],
          cells: new Map([
            ["0,0", { value: 3, formula: "1+2", formulaResult: 3 }],
            ["0,1", { value: null, formula: "1+2" }],
          ]),
        },
      ],
    });
    expect((await readFile(bytes))[0]?.rows[0]).toEqual([3, "=1+2", '=HYPERLINK("x","点")']);
  });

  test("digits that a csv protects by a tab or an equals sign are all there", async () => {
    const file = utf8('号码,号码2\n\t500100195603197890,="500100195603197890"\n');
    const [, row = []] = (await readFile(file))[0]?.rows ?? [];
    expect(row.map((cell) => String(cell).trim())).toEqual(["500100195603197890", "500100195603197890"]);
  });

  test("rows that were only formatted do not count", async () => {
    const file = await writeXlsx({
      sheets: [{ name: "a", rows: [...rows, ...Array.from({ length: 50 }, () => ["", ""])] }],
    });
    expect((await readFile(file))[0]?.rows).toHaveLength(2);
  });

  test("hidden sheets are left alone", async () => {
    const file = await writeXlsx({
      sheets: [
        { name: "hidden", rows: [["x"]], hidden: true },
        { name: "a", rows },
      ],
    });
    expect((await readFile(file)).map(({ name }) => name)).toEqual(["a"]);
  });
});

describe("a file that cannot be taken is refused with its reason", () => {
  test("an empty one, a picture, a broken workbook, one with a password", async () => {
    expect(await reasonOf(new Uint8Array())).toBe("file-empty");
    expect(await reasonOf(utf8("\n\n"))).toBe("file-empty");
    expect(await reasonOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe("file-unreadable");
    expect(await reasonOf(utf8("PK\u0003\u0004 and then nothing"))).toBe("file-unreadable");
    expect(await reasonOf((await officeRoster(people(3))).slice(0, 1500))).toBe("file-unreadable");
    expect(await reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]))).toBe(
      "file-unreadable",
    );
    expect(await reasonOf(await encryptedWorkbook(rows))).toBe("file-encrypted");
    expect(await reasonOf(new Uint8Array([0x61, 0xff, 0xff, 0xff, 0x0a]))).toBe("file-encoding");
  });

  test("one that unpacks to more than it should is not unpacked, whether it says so or not", async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    expect(await reasonOf(zipStating("xl/workbook.xml", new Uint8Array(10), 4_000_000_000))).toBe("file-too-large");
    expect(await reasonOf(zipStating("xl/workbook.xml", zeros, 0))).toBe("file-too-large");
    const memory = process.memoryUsage().rss;
    expect(await reasonOf(zipStating("[Content_Types].xml", zeros, 1000))).toBe("file-unreadable");
    expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 1024 * 1024);
  });

  test("one with more parts than any list has is not unpacked", async () => {
    const archive = Buffer.from(zipStating("xl/workbook.xml", new Uint8Array(10), 10));
    archive.writeUInt16LE(5001, archive.length - 22 + 10);
    expect(await reasonOf(archive)).toBe("file-too-large");
  });

  test("entities of its own are not followed: no file is read, no address asked, and nothing multiplies", async () => {
    const parts = unpacked(await writeXlsx({ sheets: [{ name: "a", rows: [["MARK", "other"]] }] }));
    const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">';
    const many = Array.from("bcdefghi", (name, at) => `<!ENTITY ${name} "${`&${"abcdefgh"[at]};`.repeat(10)}">`).join(
      "",
    );
    const hostname = hostOfThisMachine();
    for (const entity of ["&e;", "&i;"]) {
      const spoilt = [...parts].map(([name, text]) => {
        const body = text.replace("MARK", entity);
        return [name, body === text ? text : body.replace(/^(<\?xml[^>]*\?>)?/, `$1${outside}${many}]>`)] as const;
      });
      expect(spoilt.some(([, text]) => text.includes("<!DOCTYPE"))).toBe(true);
      const read = await readFile(zipOf(spoilt)).catch((error: unknown) => error);
      const told = JSON.stringify(read instanceof FileProblem ? read.code : read);
      expect(told.length).toBeLessThan(1000);
      expect(told).not.toContain("aaaaaaaaaaaa");
      if (hostname !== "") expect(told).not.toContain(hostname);
    }
  });

  test("more than 100,000 rows are too many", async () => {
    const file = utf8(`姓名\n${"李志明\n".repeat(100_200)}`);
    expect(await reasonOf(file)).toBe("file-too-many-rows");
  });

  test("a csv of GBK loses no character of a roster", async () => {
    const persons = people(40);
    const read = await readFile(inGbk(addressCsv(persons)));
    expect(read[0]?.rows.slice(1).map((row) => row[1])).toEqual(persons.map(({ name }) => name));
  });
});
