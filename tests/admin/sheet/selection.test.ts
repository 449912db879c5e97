import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounds, clampSelection, contains, jump, selectionOf, step, walk } from "../../../admin/sheet/selection.ts";

const filledAt = (rows: readonly number[]) => (position: { row: number }) => rows.includes(position.row);

describe("moving about", () => {
  it("never leaves the sheet", () => {
    const direction = fc.constantFrom("up", "down", "left", "right" as const);
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), direction, fc.integer({ min: 1, max: 99 }), (row, col, way, by) => {
        const to = step({ row, col }, way as "up", { rows: 10, cols: 10 }, by);
        expect(to.row >= 0 && to.row < 10 && to.col >= 0 && to.col < 10).toBe(true);
      }),
    );
  });

  it.each([
    ["from inside a filled stretch to its end", 1, 3],
    ["from the end of a stretch to the next filled cell", 3, 6],
    ["from an empty cell to the next filled one", 4, 6],
    ["from the last filled cell to the edge", 7, 9],
  ])("Ctrl+Down goes %s", (_, from, to) => {
    const size = { rows: 10, cols: 1 };
    expect(jump({ row: from, col: 0 }, "down", size, filledAt([1, 2, 3, 6, 7])).row).toBe(to);
  });

  it("Tab through a range visits each of its cells once and comes back", () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(3),
        fc.constantFrom("right", "down", "left", "up" as const),
        (height, width, way) => {
          const box = { top: 2, left: 3, bottom: 2 + height, right: 3 + width };
          let selection = selectionOf(box);
          const seen = new Set<string>();
          for (let count = (height + 1) * (width + 1); count > 0; count -= 1) {
            seen.add(`${selection.active.row} ${selection.active.col}`);
            expect(contains(box, selection.active)).toBe(true);
            selection = walk(selection, way as "right");
          }
          expect(seen.size).toBe((height + 1) * (width + 1));
          expect(selection.active).toEqual(selectionOf(box).active);
          expect(bounds(selection)).toEqual(box);
        },
      ),
    );
  });

  it("a selection shrinks with the sheet", () => {
    const selection = selectionOf({ top: 0, left: 0, bottom: 50, right: 9 });
    expect(bounds(clampSelection(selection, { rows: 10, cols: 5 }))).toEqual({ top: 0, left: 0, bottom: 9, right: 4 });
  });
});
