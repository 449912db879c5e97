import fc from "fast-check";
import { expect, test } from "vitest";
import { separatorOf } from "../../../shared/files/separator.ts";
import { writeCsvText } from "../../../shared/files/write-file.ts";

test("a list with commas, tabs, semicolons or strokes between its cells is told by how its lines agree", () => {
  const rows = ["某社区名册", "姓名|住址|人数", "李明|幸福路 1 号，2 单元|3", "王芳|幸福路 2 号|4"];
  for (const separator of [",", "\t", ";", "|"]) {
    expect(separatorOf(rows.join("\r\n").replaceAll("|", separator))).toBe(separator);
  }
  expect(separatorOf("name;share\na;0,5\nb;0,75\n")).toBe(";");
  expect(separatorOf('name\tnote\na\t"b,c\nd,e"\nf\tg,h\n')).toBe("\t");
  expect(separatorOf("只有一列\n李明\n")).toBe(",");
});

test("no text in a cell of a file we write makes another separator of it", () => {
  const columns = ["姓名", "备注", "电话"].map((header) => ({ header, type: "text", width: 10 }) as const);
  const cell = fc.stringMatching(/^[|;,"\t\n李a]{0,9}$/u);
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 });
  fc.assert(fc.property(rows, (cells) => separatorOf(writeCsvText({ columns, rows: cells })) === ","));
});
