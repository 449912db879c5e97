import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSort, type SortKey, sortedOrder } from "../../../admin/sheet/order.ts";
import { aColumn, rowsOf } from "./a-column.ts";

const number = aColumn({ key: "n", editor: "number" });
const text = aColumn({ key: "t" });
const all = (count: number) => Array.from({ length: count }, (_, at) => at);
const up: readonly SortKey[] = [{ key: "n", descending: false }];
const down: readonly SortKey[] = [{ key: "n", descending: true }];

describe("sorting", () => {
  it("orders all rows, keeps equal ones as they were, and puts empty cells last either way", () => {
    const values = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(values, fc.boolean(), (given, descending) => {
        const order = sortedOrder(rowsOf("n", given), all(given.length), descending ? down : up, [number], "zh");
        expect([...order].sort((a, b) => a - b)).toEqual(all(given.length));
        order.slice(1).forEach((at, index) => {
          const before = order[index] ?? 0;
          const [a, b] = [given[before], given[at]];
          if (typeof b !== "number") return;
          expect(typeof a).toBe("number");
          expect(descending ? Number(a) >= b : Number(a) <= b).toBe(true);
          if (a === b) expect(before).toBeLessThan(at);
        });
      }),
    );
  });

  it("reads Chinese by sound and numbers in texts by size", () => {
    const names = ["张三", "王五", "李四", "10号楼", "9号楼"];
    const order = sortedOrder(rowsOf("t", names), all(5), [{ key: "t", descending: false }], [text], "zh");
    expect(order.map((at) => names[at])).toEqual(["9号楼", "10号楼", "李四", "王五", "张三"]);
  });

  it("uses the column's own order where it has one, then the next column", () => {
    const size = aColumn({ key: "n", compare: (a, b) => String(a).length - String(b).length });
    const rows = [
      { id: "a", values: { n: "xx", t: "2" } },
      { id: "b", values: { n: "y", t: "1" } },
      { id: "c", values: { n: "zz", t: "1" } },
    ];
    const sort = [
      { key: "n", descending: false },
      { key: "t", descending: false },
    ];
    expect(sortedOrder(rows, all(3), sort, [size, text], "zh")).toEqual([1, 2, 0]);
  });

  it("goes through ascending, descending and none by clicks, and adds columns with Shift", () => {
    const first = nextSort([], "n", false);
    expect(first).toEqual(up);
    expect(nextSort(first, "n", false)).toEqual(down);
    expect(nextSort(down, "n", false)).toEqual([]);
    const both = nextSort(up, "t", true);
    expect(both.map((entry) => entry.key)).toEqual(["n", "t"]);
    expect(nextSort(both, "t", true)[1]).toEqual({ key: "t", descending: true });
    expect(nextSort(both, "t", false)).toEqual([{ key: "t", descending: true }]);
  });
});
