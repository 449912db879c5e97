import { gutterWidth, headHeight, scrollLeftFor, scrollTopFor } from "./geometry.ts";
import { isEmpty } from "./order.ts";
import { newRowId } from "./plan.ts";
import { canAdd } from "./receive.ts";
import { clamp, type Direction, jump, type Position, type Selection, type Size, single, step } from "./selection.ts";
import { cellKey, columnState, type SheetHandle, type State } from "./store.ts";
import type { SheetColumn, SheetRow } from "./types.ts";
import { rowAt } from "./view.ts";

export function sizeOf(state: State): Size {
  return { rows: state.view.length + (canAdd(state.props) ? 1 : 0), cols: state.columns.length };
}

/** The active cell: its column, its row (none in the empty last row) and the id that stands for that row. */
export function activeCell(
  state: State,
): { readonly column: SheetColumn; readonly row: SheetRow | undefined; readonly rowId: string } | undefined {
  const { row, col } = state.selection.active;
  const column = state.columns[col];
  if (!column || row >= sizeOf(state).rows) return undefined;
  const found = rowAt(state.view, row);
  return { column, row: found, rowId: found?.id ?? newRowId };
}

export function isReadOnly(state: State, row: SheetRow | undefined, column: SheetColumn): boolean {
  const { props } = state;
  if (props.readOnly || column.readOnly) return true;
  return row !== undefined && props.cellReadOnly?.(row.id, column.key) === true;
}

/** Selects, and scrolls to `show`, which is the active cell unless told; `false` leaves the scroll position alone. */
export function select(sheet: SheetHandle, selection: Selection, show: Position | false = selection.active): void {
  sheet.set({ selection, awaited: undefined, tabFrom: undefined, released: false, notice: "" });
  if (show) reveal(sheet, show);
}

export function moveTo(sheet: SheetHandle, position: Position): void {
  select(sheet, single(clamp(position, sizeOf(sheet.get()))));
}

export function extendTo(sheet: SheetHandle, position: Position, show = true): void {
  const state = sheet.get();
  const focus = clamp(position, sizeOf(state));
  select(sheet, { ...state.selection, focus }, show ? focus : false);
}

export function move(sheet: SheetHandle, direction: Direction, far: boolean, extend: boolean, by = 1): void {
  const state = sheet.get();
  const from = extend ? state.selection.focus : state.selection.active;
  const size = sizeOf(state);
  const to = far
    ? jump(from, direction, size, (position) => isFilled(state, position))
    : step(from, direction, size, by);
  if (extend) extendTo(sheet, to);
  else moveTo(sheet, to);
}

function isFilled(state: State, { row, col }: Position): boolean {
  const key = state.columns[col]?.key;
  return key !== undefined && !isEmpty(rowAt(state.view, row)?.values[key]);
}

export function selectRows(sheet: SheetHandle, from: number, to: number): void {
  const size = sizeOf(sheet.get());
  const anchor = clamp({ row: from, col: 0 }, size);
  const focus = clamp({ row: to, col: size.cols - 1 }, size);
  select(sheet, { active: anchor, anchor, focus }, false);
}

export function selectAll(sheet: SheetHandle): void {
  const state = sheet.get();
  const corner = { row: 0, col: 0 };
  const focus = clamp({ row: state.view.length - 1, col: state.columns.length - 1 }, sizeOf(state));
  select(sheet, { active: corner, anchor: corner, focus }, false);
}

/** Scrolls as little as needed to show a cell. */
export function reveal(sheet: SheetHandle, { row, col }: Position): void {
  const { scroller } = sheet.dom;
  if (!scroller) return;
  const state = sheet.get();
  const height = scroller.clientHeight - headHeight;
  const width = scroller.clientWidth - gutterWidth;
  const top = scrollTopFor(row, scroller.scrollTop, height, sizeOf(state).rows);
  const left = scrollLeftFor(col, state.offsets, state.frozen, scroller.scrollLeft, width);
  if (top !== scroller.scrollTop) scroller.scrollTop = top;
  if (left !== scroller.scrollLeft) scroller.scrollLeft = left;
  readViewport(sheet);
}

/** Reads the scroll position into the state; called by the scroll event, and at once after scrolling by program. */
export function readViewport(sheet: SheetHandle): void {
  const { scroller } = sheet.dom;
  if (!scroller) return;
  const viewport = {
    top: scroller.scrollTop,
    left: scroller.scrollLeft,
    width: scroller.clientWidth - gutterWidth,
    height: scroller.clientHeight - headHeight,
  };
  const { viewport: old, props, layout } = sheet.get();
  if (
    old.top === viewport.top &&
    old.left === viewport.left &&
    old.width === viewport.width &&
    old.height === viewport.height
  )
    return;
  const columns = old.width === viewport.width ? {} : columnState(props.columns, layout, viewport.width);
  sheet.set({ viewport, ...columns });
}

/** Puts the keyboard into the sheet: always into the text area, which is what input methods need. */
export function focusSheet(sheet: SheetHandle): void {
  sheet.dom.input?.focus({ preventScroll: true });
}

export function say(sheet: SheetHandle, notice: string): void {
  // A live region repeats a text only if it changed, so the same message twice differs by an invisible mark.
  sheet.set({ notice: sheet.get().notice === notice ? `${notice}\u200b` : notice });
}

/** Goes to the next cell whose text was refused, in shown order, round the end. */
export function nextRefused(sheet: SheetHandle): void {
  const { refused, view, columns, selection } = sheet.get();
  const rowIds = new Set([...refused.keys()].map((cell) => cell.split("\n")[0]));
  const { row, col } = selection.active;
  for (let ahead = 0; ahead <= view.length + 1; ahead += 1) {
    const at = (row + ahead) % (view.length + 1);
    const rowId = rowAt(view, at)?.id ?? newRowId;
    if (!rowIds.has(rowId)) continue;
    const next = columns.findIndex(
      (column, place) => refused.has(cellKey(rowId, column.key)) && (ahead > 0 || place > col),
    );
    if (next < 0) continue;
    moveTo(sheet, { row: at, col: next });
    focusSheet(sheet);
    return;
  }
}

/** Forgets a refused text of a cell. */
export function forgetRefusal(sheet: SheetHandle, rowId: string, key: string): boolean {
  const { refused } = sheet.get();
  if (!refused.has(cellKey(rowId, key))) return false;
  const rest = new Map(refused);
  rest.delete(cellKey(rowId, key));
  sheet.set({ refused: rest });
  return true;
}
