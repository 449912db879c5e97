import { describe, expect, it } from "vitest";
import { distinctTexts, type Filter, passing } from "../../../admin/sheet/filter.ts";
import { aColumn, rowsOf } from "./a-column.ts";

const kept = (column: ReturnType<typeof aColumn>, values: readonly unknown[], filter: Filter) =>
  passing(rowsOf(column.key, values), [column], new Map([[column.key, filter]])).map((at) => values[at]);

describe("a column's filter", () => {
  it("keeps texts that contain what is wanted, whatever the case, and those that sound like it", () => {
    const name = aColumn({ key: "name", searchText: (row) => (row.values.name === "张三" ? "zhangsan" : "") });
    expect(kept(name, ["张三", "李四", "Zhao", null], { contains: "ZH" })).toEqual(["张三", "Zhao"]);
  });

  it("keeps a range of numbers, written as the column writes them", () => {
    const fen = aColumn({
      key: "fen",
      editor: "number",
      format: (value) => (Number(value) / 100).toFixed(2),
      parse: (text) => ({ value: Math.round(Number(text) * 100) }),
    });
    expect(kept(fen, [99, 100, 150, 201, null], { from: "1", to: "2" })).toEqual([100, 150]);
    expect(kept(fen, [99, 201], { from: "1.5" })).toEqual([201]);
  });

  it("keeps a range of days, the last day to its end", () => {
    const at = aColumn({ key: "at", editor: "dateTime", parse: () => ({ problem: "a day is no moment" }) });
    const moments = ["2026-03-04T09:00", "2026-03-05T23:59", "2026-03-06T00:00"];
    expect(kept(at, moments, { from: "2026-03-05", to: "2026-03-05" })).toEqual(["2026-03-05T23:59"]);
  });

  it("keeps empty or filled cells, or chosen values with the empty one among them", () => {
    const text = aColumn({ key: "t" });
    const values = ["a", null, "", "b", []];
    expect(kept(text, values, { empty: true })).toEqual([null, "", []]);
    expect(kept(text, values, { empty: false })).toEqual(["a", "b"]);
    expect(kept(text, values, { values: new Set(["", "b"]) })).toEqual([null, "", "b", []]);
    expect(kept(text, values, {})).toEqual(values);
  });

  it("offers each value once, with how often it occurs", () => {
    const text = aColumn({ key: "t" });
    expect(distinctTexts(rowsOf("t", ["王", "李", "王", null]), text, "zh")).toEqual([
      { text: "", count: 1 },
      { text: "李", count: 1 },
      { text: "王", count: 2 },
    ]);
  });
});
