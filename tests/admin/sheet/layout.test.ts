import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrange,
  freezeColumns,
  hideColumn,
  type Layout,
  moveColumn,
  plainLayout,
  readLayout,
  resizeColumn,
} from "../../../admin/sheet/layout.ts";
import { aColumn } from "./a-column.ts";

const columns = ["a", "b", "c", "d", "e"].map((key) => aColumn({ key, frozen: key === "a" }));
const keys = (layout: Layout) => arrange(columns, layout).shown.map((column) => column.key);

describe("columns", () => {
  it("are never lost or doubled, and at least one is shown, whatever the clerk does", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "e");
    const act = fc.oneof(
      fc.tuple(key, fc.nat(4)).map(
        ([which, to]) =>
          (layout: Layout) =>
            moveColumn(columns, layout, which, to),
      ),
      fc.tuple(key, fc.boolean()).map(
        ([which, hide]) =>
          (layout: Layout) =>
            hideColumn(columns, layout, which, hide),
      ),
      fc.nat(5).map((count) => (layout: Layout) => freezeColumns(columns, layout, count)),
      fc.tuple(key, fc.integer()).map(
        ([which, width]) =>
          (layout: Layout) =>
            resizeColumn(layout, which, width),
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const layout = acts.reduce((before, each) => each(before), plainLayout);
        const shown = keys(layout);
        expect(shown.length).toBeGreaterThan(0);
        expect(new Set(shown).size).toBe(shown.length);
        expect([...shown, ...layout.hidden].sort()).toEqual(["a", "b", "c", "d", "e"]);
        expect(readLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
      }),
    );
  });

  it("stand where they were moved", () => {
    const moved = moveColumn(columns, plainLayout, "e", 1);
    expect(keys(moved)).toEqual(["a", "e", "b", "c", "d"]);
    expect(arrange(columns, moved).frozen).toBe(1);
    expect(arrange(columns, moveColumn(columns, moved, "b", 0)).frozen).toBe(2);
  });

  it("new in a register appear beside their neighbour, though the order was changed before", () => {
    const layout = moveColumn(columns.slice(0, 4), plainLayout, "d", 1);
    expect(keys(layout)).toEqual(["a", "d", "e", "b", "c"]);
  });

  it("survive rubbish in the browser's storage", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(arrange(columns, readLayout(stored)).shown.length).toBeGreaterThan(0);
      }),
    );
  });
});
