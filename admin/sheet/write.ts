import { fillWishes } from "./fill.ts";
import { record, redo, type Step, undo } from "./history.ts";
import { cells, type Ground, type Plan, pasteArea, pasteWishes, plan, type Wish } from "./plan.ts";
import { canAdd } from "./receive.ts";
import { activeCell, isReadOnly, moveTo, reveal, say, sizeOf } from "./select.ts";
import { type Bounds, bounds, cellCount, clampSelection, type Selection, selectionOf } from "./selection.ts";
import { cellKey, type SheetHandle } from "./store.ts";
import type { Block } from "./tsv.ts";
import type { CellEdit, EditReason } from "./types.ts";
import { positionOf, rowAt } from "./view.ts";

function groundOf(sheet: SheetHandle): Ground {
  const state = sheet.get();
  return {
    columns: state.columns,
    rowCount: state.view.length,
    rowAt: (row) => rowAt(state.view, row),
    isReadOnly: (row, column) => isReadOnly(state, row, column),
    canAdd: canAdd(state.props),
    newId: sheet.newId,
  };
}

/**
 * Carries out wishes: hands the edits to the page in one call, remembers them as one step, marks what was refused.
 * `after` is where the selection goes, counted in rows as they will be once new rows have appeared.
 */
export function write(sheet: SheetHandle, wishes: Iterable<Wish>, reason: EditReason, after?: Selection): Plan {
  const result = plan(groundOf(sheet), wishes);
  const state = sheet.get();
  const made = new Set(result.made);
  const edits: CellEdit[] = result.edits.map(({ rowId, key, after: value }) =>
    made.has(rowId) ? { rowId: null, tempId: rowId, key, value } : { rowId, key, value },
  );
  const refused = new Map(state.refused);
  for (const { rowId, key } of result.edits) refused.delete(cellKey(rowId, key));
  for (const refusal of result.refusals) refused.set(cellKey(refusal.rowId, refusal.key), refusal);
  const size = sizeOf(state);
  const first = result.made[0];
  sheet.set({
    refused,
    history: record(state.history, { changes: result.edits, made: result.made, refusals: result.refusals }),
    madeHere: made.size > 0 ? new Set([...state.madeHere, ...made]) : state.madeHere,
    ...(after ? { selection: clampSelection(after, size) } : {}),
    awaited: first !== undefined && after ? { rowId: first, row: state.view.length, selection: after } : undefined,
  });
  if (after && !first) reveal(sheet, sheet.get().selection.active);
  if (edits.length > 0) state.props.onEdit(edits, reason);
  return result;
}

export function paste(sheet: SheetHandle, block: Block): void {
  const state = sheet.get();
  const area = pasteArea(block, bounds(state.selection));
  const result = write(sheet, pasteWishes(block, area), "paste", selectionOf(area));
  const { refused, readOnly, dropped } = result;
  say(
    sheet,
    state.props.words.pasted({ cells: result.edits.length, rows: result.made.length, refused, readOnly, dropped }),
  );
}

/** The selected cells as texts; the empty last row is left out unless it is all there is. */
export function selectedBlock(sheet: SheetHandle): Block {
  const state = sheet.get();
  const { top, bottom, left, right } = bounds(state.selection);
  const last = Math.max(top, Math.min(bottom, state.view.length - 1));
  const columns = state.columns.slice(left, right + 1);
  return Array.from({ length: last - top + 1 }, (_, at) => {
    const row = rowAt(state.view, top + at);
    return columns.map((column) => {
      const refused = state.refused.get(cellKey(row?.id ?? "", column.key));
      return refused?.attempted ?? (row ? column.format(row.values[column.key]) : "");
    });
  });
}

export function clear(sheet: SheetHandle, reason: "clear" | "cut"): void {
  const state = sheet.get();
  const box = bounds(state.selection);
  const area = { ...box, bottom: Math.min(box.bottom, state.view.length - 1) };
  if (state.refused.size > 0) {
    const refused = new Map(state.refused);
    for (const { row, col } of cells(box)) {
      refused.delete(cellKey(rowAt(state.view, row)?.id ?? "", state.columns[col]?.key ?? ""));
    }
    sheet.set({ refused });
  }
  const wishes = function* (): Generator<Wish> {
    for (const cell of cells(area)) yield { ...cell, text: "" };
  };
  const result = write(sheet, wishes(), reason);
  const { words } = state.props;
  const [refusal] = result.refusals;
  if (refusal) say(sheet, words.refusedCell(refusal.label, refusal.problem));
  else if (result.edits.length === 0 && result.readOnly > 0) say(sheet, words.readOnly);
  else say(sheet, reason === "cut" ? words.cut(cellCount(area)) : words.cleared(result.edits.length));
}

/** Fills `area` from `source` by the fill handle (`series`) or by copying (Ctrl+D, Ctrl+R). */
export function fill(sheet: SheetHandle, source: Bounds, area: Bounds, series: boolean): void {
  write(sheet, fillWishes(groundOf(sheet), source, area, series), "fill", selectionOf(area));
}

/** Ctrl+D and Ctrl+R: the first row or column of the selection into the rest; a single one takes from its neighbour. */
export function fillFromEdge(sheet: SheetHandle, direction: "down" | "right"): void {
  const box = bounds(sheet.get().selection);
  const down = direction === "down";
  const lone = down ? box.top === box.bottom : box.left === box.right;
  const area = !lone
    ? box
    : down
      ? { ...box, top: Math.max(0, box.top - 1) }
      : { ...box, left: Math.max(0, box.left - 1) };
  const source = down ? { ...area, bottom: area.top } : { ...area, right: area.left };
  write(sheet, fillWishes(groundOf(sheet), source, area, false), "fill", sheet.get().selection);
}

/** One cell gets a value or a text; refusals are announced. */
export function writeCell(sheet: SheetHandle, wish: Wish, after?: Selection): Plan {
  const result = write(sheet, [wish], "type", after);
  const [refusal] = result.refusals;
  const { words } = sheet.get().props;
  if (refusal) say(sheet, words.refusedCell(refusal.label, refusal.problem));
  else if (result.readOnly > 0) say(sheet, words.readOnly);
  return result;
}

/** Space on a tick box, or a click on it. */
export function toggle(sheet: SheetHandle): void {
  const active = activeCell(sheet.get());
  if (!active) return;
  const { row, col } = sheet.get().selection.active;
  writeCell(sheet, { row, col, value: active.row?.values[active.column.key] !== true });
}

export function undoLast(sheet: SheetHandle): void {
  const state = sheet.get();
  const result = undo(state.history);
  if (!result) {
    say(sheet, state.props.words.nothingToUndo);
    return;
  }
  sheet.set({ history: result.history });
  const { step } = result;
  const made = new Set(step.made);
  const back = step.changes.filter((change) => !made.has(change.rowId));
  mark(sheet, step, false);
  send(
    sheet,
    back.map((change) => ({ ...change, after: change.before ?? null })),
    new Set(),
    "undo",
  );
  if (made.size > 0) state.props.onUndoNewRows?.(step.made.map((rowId) => realId(sheet, rowId)));
  show(sheet, back.length > 0 ? back : step.refusals);
  say(sheet, state.props.words.undone(step.changes.length));
}

export function redoLast(sheet: SheetHandle): void {
  const state = sheet.get();
  const result = redo(state.history, sheet.newId);
  if (!result) {
    say(sheet, state.props.words.nothingToRedo);
    return;
  }
  const { step } = result;
  const made = new Set(step.made);
  sheet.set({ history: result.history, madeHere: new Set([...state.madeHere, ...made]) });
  mark(sheet, step, true);
  send(sheet, step.changes, made, "redo");
  show(sheet, step.changes.length > 0 ? step.changes : step.refusals);
  say(sheet, state.props.words.redone(step.changes.length));
}

function realId(sheet: SheetHandle, rowId: string): string {
  return sheet.get().props.aliases?.get(rowId) ?? rowId;
}

function send(sheet: SheetHandle, changes: Step["changes"], made: ReadonlySet<string>, reason: EditReason): void {
  if (changes.length === 0) return;
  const { refused, props } = sheet.get();
  const rest = new Map(refused);
  const edits = changes.map(({ rowId, key, after }): CellEdit => {
    const id = realId(sheet, rowId);
    rest.delete(cellKey(id, key));
    return made.has(rowId) ? { rowId: null, tempId: rowId, key, value: after } : { rowId: id, key, value: after };
  });
  sheet.set({ refused: rest });
  props.onEdit(edits, reason);
}

/** Texts refused by a step are part of it: they go when it is undone and come back when it is done again. */
function mark(sheet: SheetHandle, step: Step, on: boolean): void {
  if (step.refusals.length === 0) return;
  const refused = new Map(sheet.get().refused);
  for (const refusal of step.refusals) {
    const cell = cellKey(realId(sheet, refusal.rowId), refusal.key);
    if (on) refused.set(cell, refusal);
    else refused.delete(cell);
  }
  sheet.set({ refused });
}

/** After undo and redo the clerk sees where something happened. */
function show(sheet: SheetHandle, changes: readonly { readonly rowId: string; readonly key: string }[]): void {
  const [first] = changes;
  if (!first) return;
  const state = sheet.get();
  const row = positionOf(state.view, realId(sheet, first.rowId));
  const col = state.columns.findIndex((column) => column.key === first.key);
  if (row < 0 || col < 0) return;
  moveTo(sheet, { row, col });
}
