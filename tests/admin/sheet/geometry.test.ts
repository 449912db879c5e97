import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellAt,
  columnWindow,
  contentHeight,
  offsetsOf,
  rowHeight,
  rowWindow,
  scrollLeftFor,
  scrollTopFor,
} from "../../../admin/sheet/geometry.ts";

const bodyHeight = fc.integer({ min: 200, max: 2000 });
const rows = fc.integer({ min: 1, max: 2_000_000 });
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe("what is drawn", () => {
  it("covers the whole screen at every scroll position, with few rows, for any number of rows", () => {
    fc.assert(
      fc.property(rows, bodyHeight, part, (count, height, at) => {
        const scrollTop = Math.max(0, contentHeight(count) - height) * at;
        const drawn = rowWindow(scrollTop, height, count);
        expect(drawn.top).toBeLessThanOrEqual(scrollTop + 0.001);
        const bottom = drawn.top + (drawn.end - drawn.start) * rowHeight;
        expect(bottom >= scrollTop + height - 0.001 || drawn.end === count).toBe(true);
        expect(drawn.end - drawn.start).toBeLessThan(height / rowHeight + 20);
      }),
    );
  });

  it("shows a row where the pointer finds it, after scrolling to it", () => {
    fc.assert(
      fc.property(rows, bodyHeight, part, part, (count, height, at, from) => {
        const row = Math.floor((count - 1) * at);
        const before = Math.max(0, contentHeight(count) - height) * from;
        const top = scrollTopFor(row, before, height, count);
        const drawn = rowWindow(top, height, count);
        const y = drawn.top + (row - drawn.start) * rowHeight - top;
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y + rowHeight).toBeLessThanOrEqual(Math.max(height, rowHeight) + 0.01);
        const view = { top, left: 0, width: 500, height };
        expect(cellAt(10, y + rowHeight / 2, view, [0, 100], 0, count).row).toBe(row);
      }),
    );
  });

  it("includes every column that is even partly in sight", () => {
    const widths = fc.array(fc.integer({ min: 48, max: 640 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(widths, fc.nat(3), part, fc.integer({ min: 300, max: 1600 }), (each, pinned, at, width) => {
        const offsets = offsetsOf(each);
        const frozen = Math.min(pinned, each.length);
        const left = Math.max(0, (offsets[each.length] ?? 0) - width) * at;
        const { from, to } = columnWindow(offsets, frozen, left, width);
        each.forEach((_, col) => {
          if (col < frozen) return;
          const inSight = (offsets[col + 1] ?? 0) > left + (offsets[frozen] ?? 0) && (offsets[col] ?? 0) < left + width;
          if (inSight) expect(col >= from && col < to).toBe(true);
        });
      }),
    );
  });

  it("scrolls a column out from under the frozen ones", () => {
    const offsets = offsetsOf([100, 100, 100, 100, 100]);
    expect(scrollLeftFor(1, offsets, 1, 150, 300)).toBe(0);
    expect(scrollLeftFor(4, offsets, 1, 0, 300)).toBe(200);
    expect(scrollLeftFor(0, offsets, 1, 150, 300)).toBe(150);
  });
});
