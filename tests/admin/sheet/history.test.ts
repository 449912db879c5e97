import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type History, noHistory, record, redo, type Step, undo } from "../../../admin/sheet/history.ts";

type Cells = Readonly<Record<string, unknown>>;
const same = (rowId: string) => rowId;

function apply(cells: Cells, step: Step, side: "before" | "after"): Cells {
  return {
    ...cells,
    ...Object.fromEntries(step.changes.map((change) => [`${change.rowId} ${change.key}`, change[side]])),
  };
}

describe("undo and redo", () => {
  it("lead back to the beginning and forth to the end, whatever was done", () => {
    const write = fc.record({ rowId: fc.constantFrom("a", "b"), key: fc.constantFrom("x", "y"), value: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(fc.array(write, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (actions) => {
        const start: Cells = { "a x": 0, "a y": 0, "b x": 0, "b y": 0 };
        let cells = start;
        let history: History = noHistory;
        for (const writes of actions) {
          const distinct = [...new Map(writes.map((each) => [`${each.rowId} ${each.key}`, each])).values()];
          const changes = distinct.map(({ rowId, key, value }) => ({
            rowId,
            key,
            before: cells[`${rowId} ${key}`],
            after: value,
          }));
          history = record(history, { changes, made: [], refusals: [] });
          cells = apply(cells, { changes, made: [], refusals: [] }, "after");
        }
        const end = cells;
        for (let back = undo(history); back; back = undo(history)) {
          history = back.history;
          cells = apply(cells, back.step, "before");
        }
        expect(cells).toEqual(start);
        for (let forth = redo(history, same); forth; forth = redo(history, same)) {
          history = forth.history;
          cells = apply(cells, forth.step, "after");
        }
        expect(cells).toEqual(end);
      }),
    );
  });

  it("something new after undo ends redo", () => {
    const step = { changes: [{ rowId: "a", key: "x", before: 1, after: 2 }], made: [], refusals: [] };
    const back = undo(record(noHistory, step));
    const after = record(back?.history ?? noHistory, step);
    expect(redo(after, same)).toBeUndefined();
  });

  it("names a row anew when it is made again, in later steps too", () => {
    const make = { changes: [{ rowId: "t1", key: "x", before: null, after: 1 }], made: ["t1"], refusals: [] };
    const edit = { changes: [{ rowId: "t1", key: "x", before: 1, after: 2 }], made: [], refusals: [] };
    let history = record(record(noHistory, make), edit);
    for (const _ of [1, 2]) history = undo(history)?.history ?? history;
    const first = redo(history, () => "t2");
    const second = redo(first?.history ?? noHistory, () => "t3");
    expect(first?.step.made).toEqual(["t2"]);
    expect(second?.step.changes[0]?.rowId).toBe("t2");
  });
});
