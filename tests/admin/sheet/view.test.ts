import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matching } from "../../../admin/sheet/choose.ts";
import { hitColumns } from "../../../admin/sheet/find.ts";
import { summarize } from "../../../admin/sheet/summary.ts";
import { type Arrangement, buildView, carryView, rowsInOrder } from "../../../admin/sheet/view.ts";
import { aColumn, rowsOf } from "./a-column.ts";

const number = aColumn({ key: "n", editor: "number" });
const by: Arrangement = {
  columns: [number],
  sort: [{ key: "n", descending: false }],
  filters: new Map([["n", { from: "0" }]]),
  found: undefined,
  language: "zh",
};
const ids = (view: ReturnType<typeof buildView>) => rowsInOrder(view).map((row) => row.id);
const same = (rowId: string) => rowId;
const none: ReadonlySet<string> = new Set();

describe("the rows shown", () => {
  const rows = rowsOf("n", [3, -1, 2, 1]);
  const view = buildView(rows, by);

  it("are those that pass the filter, sorted", () => {
    expect(ids(view)).toEqual(["r3", "r2", "r0"]);
  });

  it("keep their places when cells change, until the clerk sorts or filters again", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }), (values) => {
        expect(ids(carryView(view, rowsOf("n", values), by, none, same))).toEqual(ids(view));
      }),
    );
  });

  it("lose removed rows, and take new ones at the end: made here always, others if they pass the filter", () => {
    const next = [
      ...rows.filter((row) => row.id !== "r2"),
      { id: "mine", values: { n: -9 } },
      { id: "theirs", values: { n: 0 } },
      { id: "hidden", values: { n: -2 } },
    ];
    expect(ids(carryView(view, next, by, new Set(["mine"]), same))).toEqual(["r3", "r0", "mine", "theirs"]);
  });

  it("keep a row in its place when it gets its real id", () => {
    const next = rows.map((row) => (row.id === "r2" ? { ...row, id: "real" } : row));
    const real = (rowId: string) => (rowId === "r2" ? "real" : rowId);
    expect(ids(carryView(view, next, by, none, real))).toEqual(["r3", "real", "r0"]);
  });
});

describe("the sum of a selection", () => {
  const fen = aColumn({ key: "n", editor: "number", format: (value) => (Number(value) / 100).toFixed(2) });
  const rows = rowsOf("n", [100, 250, null, 50]);
  const view = buildView(rows, { ...by, sort: [], filters: new Map() });

  it("is written as the column writes money, and counts filled cells only", () => {
    expect(summarize(view, [fen], { top: 0, bottom: 3, left: 0, right: 0 })).toEqual({
      cells: 4,
      count: 3,
      sum: "4.00",
      average: "1.33",
    });
  });

  it("is not formed over money and people together", () => {
    const both = { top: 0, bottom: 3, left: 0, right: 1 };
    expect(summarize(view, [fen, aColumn({ key: "n", editor: "number" })], both).sum).toBeUndefined();
  });
});

describe("search", () => {
  it("looks at what cells show and at how names sound", () => {
    const name = aColumn({ key: "name", searchText: () => "zhangsan" });
    const row = { id: "a", values: { name: "张三", n: 12 } };
    expect(hitColumns([name, number], row, "张")).toEqual([0]);
    expect(hitColumns([name, number], row, "zhangs")).toEqual([0]);
    expect(hitColumns([name, number], row, "12")).toEqual([1]);
  });

  it("in a list of choices puts labels that begin with the text first", () => {
    const options = ["老人", "独居老人", "老兵"].map((label) => ({ value: label, label }));
    expect(matching(options, "老").map((each) => each.label)).toEqual(["老人", "老兵", "独居老人"]);
    expect(matching(options, "无")).toEqual([]);
  });
});
