import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillWishes, seriesOf } from "../../../admin/sheet/fill.ts";
import { type Ground, newRowId, pasteArea, pasteWishes, plan, sameValue } from "../../../admin/sheet/plan.ts";
import type { SheetRow } from "../../../admin/sheet/types.ts";
import { aColumn } from "./a-column.ts";

const columns = [
  aColumn({ key: "name" }),
  aColumn({ key: "age", editor: "number" }),
  aColumn({ key: "code", readOnly: true }),
];

function ground(rows: readonly SheetRow[], canAdd = true): Ground {
  let made = 0;
  return {
    columns,
    rowCount: rows.length,
    rowAt: (row) => rows[row],
    isReadOnly: (_, column) => column.readOnly === true,
    canAdd,
    newId: () => {
      made += 1;
      return `new${made}`;
    },
  };
}

const people: readonly SheetRow[] = [
  { id: "a", values: { name: "甲", age: 1, code: "x" } },
  { id: "b", values: { name: "乙", age: 2, code: "y" } },
];
const at = (row: number, col: number) => ({ top: row, left: col, bottom: row, right: col });
const pasted = (block: string[][], row: number, col: number, canAdd = true) =>
  plan(ground(people, canAdd), pasteWishes(block, pasteArea(block, at(row, col))));

describe("a paste", () => {
  it("accounts for every cell: changed, unchanged, refused, not allowed or outside", () => {
    const text = fc.constantFrom("", "甲", "3", "x", "乙");
    const block = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(block, fc.nat(1), fc.boolean(), (cells, row, canAdd) => {
        const result = pasted(cells, row, 0, canAdd);
        const ids = new Set(people.map((person) => person.id));
        for (const edit of result.edits) {
          expect(edit.key).not.toBe("code");
          expect(ids.has(edit.rowId) || result.made.includes(edit.rowId)).toBe(true);
          if (ids.has(edit.rowId)) expect(sameValue(edit.before, edit.after)).toBe(false);
        }
        for (const rowId of result.made) expect(result.edits.some((edit) => edit.rowId === rowId)).toBe(true);
        if (!canAdd) expect(result.made).toEqual([]);
        const total = result.edits.length + result.refused + result.readOnly + result.dropped;
        expect(total).toBeLessThanOrEqual(cells.length * 3);
      }),
    );
  });

  it("leaves out cells that would not change, and refuses only what cannot be read", () => {
    const result = pasted(
      [
        ["甲", "abc"],
        ["丁", "9"],
      ],
      0,
      0,
    );
    expect(result.edits.map((edit) => [edit.rowId, edit.key, edit.after])).toEqual([
      ["b", "name", "丁"],
      ["b", "age", 9],
    ]);
    expect(result.refusals).toEqual([
      { rowId: "a", key: "age", label: "age", attempted: "abc", problem: "not a number" },
    ]);
  });

  it("makes one row for each line below the last that holds something", () => {
    const result = pasted(
      [
        ["乙", "2"],
        ["丙", ""],
        ["", ""],
        ["丁", "4"],
      ],
      1,
      0,
    );
    expect(result.made).toEqual(["new1", "new2"]);
    expect(result.edits.map((edit) => `${edit.rowId} ${edit.key}`)).toEqual(["new1 name", "new2 name", "new2 age"]);
  });

  it("shows in the empty last row what was refused there before a row could be made", () => {
    const result = pasted([["abc"]], 2, 1);
    expect(result.made).toEqual([]);
    expect(result.refusals).toMatchObject([{ rowId: newRowId, key: "age", attempted: "abc" }]);
  });

  it("repeats over a selection that it divides evenly, and is laid down once otherwise", () => {
    const block = [["1"], ["2"]];
    expect(pasteArea(block, { top: 0, left: 0, bottom: 5, right: 2 })).toEqual({
      top: 0,
      left: 0,
      bottom: 5,
      right: 2,
    });
    expect(pasteArea(block, { top: 0, left: 0, bottom: 4, right: 2 })).toEqual({
      top: 0,
      left: 0,
      bottom: 1,
      right: 0,
    });
  });
});

describe("a fill", () => {
  const next = (editor: "number" | "date" | "month" | "text" | "choice", values: unknown[], count = 2) => {
    const series = seriesOf({ editor }, values);
    return series && Array.from({ length: count }, (_, step) => series(values.length + step));
  };

  it("goes on with even steps of numbers, days, months and door numbers", () => {
    expect(next("number", [1, 2])).toEqual([3, 4]);
    expect(next("number", [0.1, 0.2])).toEqual([0.3, 0.4]);
    expect(next("date", ["2024-02-28"])).toEqual(["2024-02-29", "2024-03-01"]);
    expect(next("date", ["2026-01-01", "2026-01-08"])).toEqual(["2026-01-15", "2026-01-22"]);
    expect(next("month", ["2026-11"])).toEqual(["2026-12", "2027-01"]);
    expect(next("text", ["3栋101", "3栋102"])).toEqual(["3栋103", "3栋104"]);
    expect(next("text", ["008", "009"])).toEqual(["010", "011"]);
  });

  it("repeats what has no steps", () => {
    expect(next("number", [5])).toBeUndefined();
    expect(next("number", [1, 2, 4])).toBeUndefined();
    expect(next("choice", ["1", "2"])).toBeUndefined();
    const wishes = [...fillWishes(ground(people), at(0, 0), { top: 0, left: 0, bottom: 1, right: 0 }, true)];
    expect(wishes).toEqual([{ row: 1, col: 0, value: "甲" }]);
  });

  it("upwards goes backwards", () => {
    const rows = [7, 8, 9].map((age, index) => ({ id: `r${index}`, values: index === 0 ? {} : { age } }));
    const source = { top: 1, left: 1, bottom: 2, right: 1 };
    expect([...fillWishes(ground(rows), source, { ...source, top: 0 }, true)]).toEqual([{ row: 0, col: 1, value: 7 }]);
  });
});
