import { ask, firstList, isList, isMultiple, narrow, patchList, pick } from "./choose.ts";
import { cells, newRowId, type Wish } from "./plan.ts";
import { activeCell, focusSheet, isReadOnly, move, reveal, say, select, sizeOf } from "./select.ts";
import { bounds, cellCount, type Direction, type Selection, single, step, walk } from "./selection.ts";
import { cellKey, type Editing, type SheetHandle, type State } from "./store.ts";
import type { CellValue, SheetColumn } from "./types.ts";
import { positionOf, rowAt } from "./view.ts";
import { toggle, write, writeCell } from "./write.ts";

const nativeTypes: Record<string, { readonly type: string; readonly pattern: RegExp }> = {
  date: { type: "date", pattern: /^\d{4}-\d{2}-\d{2}$/ },
  time: { type: "time", pattern: /^\d{2}:\d{2}$/ },
  dateTime: { type: "datetime-local", pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/ },
  month: { type: "month", pattern: /^\d{4}-\d{2}$/ },
};

export function nativeType(column: SheetColumn): string | undefined {
  return nativeTypes[column.editor]?.type;
}

/**
 * Opens the active cell. `replace` follows a typed key, whose text is already in the text area or about to be;
 * `edit` shows the present text, or the browser's own picker for a day or time.
 */
export function beginEdit(sheet: SheetHandle, mode: Editing["mode"]): void {
  const state = sheet.get();
  const active = activeCell(state);
  const { input } = sheet.dom;
  if (!active || !input || state.editing) return;
  const { column, row, rowId } = active;
  if (isReadOnly(state, row, column)) {
    input.value = "";
    say(sheet, state.props.words.readOnly);
    return;
  }
  const value = row?.values[column.key];
  const refused = state.refused.get(cellKey(rowId, column.key));
  if (column.editor === "boolean" && mode === "edit" && !refused) {
    toggle(sheet);
    return;
  }
  const surface = surfaceFor(column, mode, value, refused !== undefined);
  const initial = surface === "rows" ? "" : (refused?.attempted ?? (isMultiple(column) ? "" : column.format(value)));
  const list = surface === "list" ? firstList(column, value) : undefined;
  reveal(sheet, state.selection.active);
  input.inputMode = column.editor === "number" ? "decimal" : "text";
  if (mode === "edit") {
    input.value = initial;
    if (surface === "list") input.select();
    else input.setSelectionRange(initial.length, initial.length);
    if (surface === "text" || surface === "list") focusSheet(sheet);
  }
  const selection = surface === "rows" ? single(state.selection.active) : state.selection;
  sheet.set({
    selection,
    editing: { rowId, key: column.key, mode, surface, initial, ...(list ? { list } : {}) },
    menu: undefined,
  });
  if (!list) return;
  if (mode === "replace" && input.value) narrow(sheet, column, input.value);
  else if (column.lookUp) void ask(sheet, column, mode === "edit" ? "" : input.value);
}

function surfaceFor(
  column: SheetColumn,
  mode: Editing["mode"],
  value: CellValue,
  hasRefused: boolean,
): Editing["surface"] {
  if (column.editor === "rows") return "rows";
  if (isList(column)) return "list";
  const native = nativeTypes[column.editor];
  const fits = value === null || value === undefined || value === "" || native?.pattern.test(String(value));
  return native && mode === "edit" && fits && !hasRefused ? "native" : "text";
}

/** The text area changed: the first text over a selected cell opens it, further text narrows an open list. */
export function onTyped(sheet: SheetHandle, composing: boolean): void {
  const { input } = sheet.dom;
  const { editing, columns } = sheet.get();
  if (!input) return;
  if (!editing) {
    if (input.value) beginEdit(sheet, "replace");
    return;
  }
  const column = columns.find((each) => each.key === editing.key);
  if (column && editing.list && !composing) narrow(sheet, column, input.value);
}

/** Ends editing without a change. */
export function cancelEdit(sheet: SheetHandle): void {
  endEdit(sheet);
  focusSheet(sheet);
}

function endEdit(sheet: SheetHandle): void {
  const { input } = sheet.dom;
  if (input) {
    input.value = "";
    input.inputMode = "none";
  }
  sheet.set({ editing: undefined });
}

export type After = Direction | "stay" | "all";

/** Ends editing and writes what was entered. `all` writes it into every selected cell (Ctrl+Enter). */
export function commitEdit(sheet: SheetHandle, after: After): void {
  const state = sheet.get();
  const { editing } = state;
  if (!editing) return;
  const column = state.columns.find((each) => each.key === editing.key);
  const place = placeOf(state, editing);
  if (!column || !place) {
    cancelEdit(sheet);
    return;
  }
  if (waitsForAnswer(sheet, editing, column, after)) return;
  const entered = enteredIn(sheet, editing, column);
  endEdit(sheet);
  focusSheet(sheet);
  const next = after === "stay" || after === "all" ? state.selection : afterMove(state, after);
  if (!entered) {
    select(sheet, next);
  } else if (after === "all") {
    const wishes = function* (): Generator<Wish> {
      for (const cell of cells(bounds(state.selection))) yield { ...cell, ...entered };
    };
    write(sheet, wishes(), "fill", next);
  } else {
    writeCell(sheet, { ...place, ...entered }, next);
  }
}

function placeOf(state: State, editing: Editing): { row: number; col: number } | undefined {
  const col = state.columns.findIndex((column) => column.key === editing.key);
  const realId = state.props.aliases?.get(editing.rowId) ?? editing.rowId;
  const row =
    editing.rowId === newRowId ? state.view.length : positionOf(state.view, realId, state.selection.active.row);
  return col < 0 || row < 0 ? undefined : { row, col };
}

type Entered = { readonly text: string } | { readonly value: CellValue };

/** What the clerk entered, or nothing if it is what the cell held before. */
function enteredIn(sheet: SheetHandle, editing: Editing, column: SheetColumn): Entered | undefined {
  const text = editing.surface === "native" ? (sheet.dom.native?.value ?? "") : (sheet.dom.input?.value ?? "");
  const { list } = editing;
  if (!list) return editing.mode === "edit" && text === editing.initial ? undefined : { text };
  if (isMultiple(column)) {
    const pointed = list.pointed && text.trim() ? list.items[list.at] : undefined;
    const isNew = pointed && !list.picked.some((each) => each.value === pointed.value);
    if (text.trim() && !pointed) return { text };
    const picked = isNew ? [...list.picked, pointed] : list.picked;
    return picked.length > 0 ? { value: picked.map((each) => each.value) } : { text: "" };
  }
  const item = list.items[list.at];
  if (list.pointed && item) return { value: item.value };
  return editing.mode === "edit" && text === editing.initial ? undefined : { text };
}

/** Enter right after typing a name: the answer is still on its way, so the commit follows it. */
function waitsForAnswer(sheet: SheetHandle, editing: Editing, column: SheetColumn, after: After): boolean {
  const text = sheet.dom.input?.value ?? "";
  if (editing.list?.status !== "searching" || !text.trim() || text === editing.initial) return false;
  patchList(sheet, { status: "ready" });
  void ask(sheet, column, text).then(() => {
    const now = sheet.get().editing;
    if (now?.key !== editing.key || now.rowId !== editing.rowId || sheet.dom.input?.value !== text) return;
    patchList(sheet, { status: "ready" });
    commitEdit(sheet, after);
  });
  return true;
}

/** Where Enter and Tab lead: through the selected range if there is one, otherwise one cell on. */
function afterMove(state: State, direction: Direction): Selection {
  const { selection, view } = state;
  if (cellCount(bounds(selection)) > 1) return walk(selection, direction);
  const size = sizeOf(state);
  // Leaving the empty last row downwards leads to the empty last row that will follow it.
  const rows = selection.active.row >= view.length ? size.rows + 1 : size.rows;
  const to = step(selection.active, direction, { ...size, rows });
  const col = direction === "down" && state.tabFrom !== undefined ? state.tabFrom : to.col;
  return single({ row: to.row, col });
}

/** Enter and Tab, editing or not. */
export function leave(sheet: SheetHandle, direction: Direction): void {
  const before = sheet.get();
  const across = direction === "left" || direction === "right";
  const tabFrom = across ? (before.tabFrom ?? before.selection.active.col) : undefined;
  if (before.editing) commitEdit(sheet, direction);
  else if (cellCount(bounds(before.selection)) > 1) select(sheet, walk(before.selection, direction));
  else if (direction === "down" && before.tabFrom !== undefined) select(sheet, afterMove(before, direction));
  else move(sheet, direction, false, false);
  sheet.set({ tabFrom });
}

/** In a list of several: picks the item pointed at, or takes it away again, and is ready for the next. */
export function takePointed(sheet: SheetHandle): boolean {
  const { editing, columns } = sheet.get();
  const column = columns.find((each) => each.key === editing?.key);
  const item = editing?.list?.items[editing.list.at];
  const { input } = sheet.dom;
  if (!editing?.list?.pointed || !column || !item || !input || !isMultiple(column)) return false;
  pick(sheet, item);
  if (input.value) {
    input.value = "";
    narrow(sheet, column, "");
  }
  return true;
}

/** A click on an item of the list. */
export function chooseItem(sheet: SheetHandle, at: number): void {
  const { editing, columns } = sheet.get();
  const column = columns.find((each) => each.key === editing?.key);
  if (!editing?.list || !column) return;
  patchList(sheet, { at, pointed: true });
  if (isMultiple(column)) takePointed(sheet);
  else commitEdit(sheet, "stay");
  focusSheet(sheet);
}

/** The value of the cell whose small table is open. */
export function editedValue(state: State): CellValue {
  const { editing } = state;
  const place = editing && placeOf(state, editing);
  return editing && place ? rowAt(state.view, place.row)?.values[editing.key] : undefined;
}

/** The small table of a cell is done. */
export function commitRows(sheet: SheetHandle, value: CellValue): void {
  const state = sheet.get();
  const place = state.editing && placeOf(state, state.editing);
  endEdit(sheet);
  focusSheet(sheet);
  if (place) writeCell(sheet, { ...place, value });
}
