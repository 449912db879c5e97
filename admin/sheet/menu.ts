import { commitEdit } from "./edit.ts";
import { type Filter, isActive } from "./filter.ts";
import { startSearch } from "./find.ts";
import { gutterWidth, headHeight, rowHeight, scrollRatio, widthOf } from "./geometry.ts";
import { type Layout, saveLayout } from "./layout.ts";
import { nextSort, type SortKey } from "./order.ts";
import { arrangement } from "./receive.ts";
import { activeCell, focusSheet, moveTo, sizeOf } from "./select.ts";
import { clampSelection } from "./selection.ts";
import { columnState, type SheetHandle, type State } from "./store.ts";
import { buildView, positionOf, rowAt, rowsInOrder } from "./view.ts";

export function sortBy(sheet: SheetHandle, key: string, add: boolean): void {
  setSort(sheet, nextSort(sheet.get().sort, key, add));
}

export function setSort(sheet: SheetHandle, sort: readonly SortKey[]): void {
  rearrange(sheet, { sort }, false);
}

export function setFilter(sheet: SheetHandle, key: string, filter: Filter | undefined): void {
  const filters = new Map(sheet.get().filters);
  if (isActive(filter)) filters.set(key, filter);
  else filters.delete(key);
  rearrange(sheet, { filters }, filter === undefined);
}

export function clearFilters(sheet: SheetHandle): void {
  rearrange(sheet, { filters: new Map() }, true);
}

/**
 * Sorts and filters anew, because the clerk asked for it. What they see is the top of the result; where a restriction
 * was lifted (`follow`) they stay with their row and see it among its neighbours.
 */
export function rearrange(sheet: SheetHandle, patch: Partial<Pick<State, "sort" | "filters">>, follow: boolean): void {
  if (sheet.get().editing) commitEdit(sheet, "stay");
  const state = { ...sheet.get(), ...patch };
  const active = follow ? rowAt(state.view, state.selection.active.row) : undefined;
  const view = buildView(state.view.rows, arrangement(state));
  const row = active ? positionOf(view, active.id) : 0;
  sheet.set({ ...patch, view, selection: clampSelection(state.selection, sizeOf({ ...state, view })) });
  moveTo(sheet, { row: Math.max(0, row), col: state.selection.active.col });
  if (state.search.text) startSearch(sheet, false);
}

export function setLayout(sheet: SheetHandle, layout: Layout, remember = true): void {
  const state = sheet.get();
  const key = state.columns[state.selection.active.col]?.key;
  const columns = columnState(state.props.columns, layout, state.viewport.width);
  const col = columns.columns.findIndex((column) => column.key === key);
  const size = { rows: sizeOf(state).rows, cols: columns.columns.length };
  const { active } = state.selection;
  const moved = col === active.col ? state.selection : undefined;
  const place = { row: active.row, col: Math.max(0, col) };
  const selection = clampSelection(moved ?? { active: place, anchor: place, focus: place }, size);
  sheet.set({ layout, ...columns, selection });
  if (remember) saveLayout(state.props.storageKey, layout);
}

/** Width that shows the header and the longest text of the first thousand rows. */
export function fittingWidth(state: State, key: string): number {
  const column = state.columns.find((each) => each.key === key);
  const context = document.createElement("canvas").getContext("2d");
  if (!column || !context) return 120;
  context.font = '13px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif';
  const rows = rowsInOrder(state.view).slice(0, 1000);
  const texts = rows.map((row) => column.format(row.values[key]).split("\n")[0] ?? "");
  const longest = texts.reduce((width, text) => Math.max(width, context.measureText(text.slice(0, 120)).width), 0);
  return Math.max(longest + 22, context.measureText(column.label).width + 52);
}

export function openMenu(
  sheet: SheetHandle,
  x: number,
  y: number,
  columnKey: string | undefined,
  forRows: boolean,
): void {
  if (sheet.get().editing) commitEdit(sheet, "stay");
  sheet.set({ menu: { x, y, columnKey, forRows }, columnsOpen: false });
}

export function openMenuAtCell(sheet: SheetHandle): void {
  const state = sheet.get();
  const { scroller } = sheet.dom;
  const active = activeCell(state);
  if (!scroller || !active) return;
  const { x, y } = cellPoint(state, scroller);
  openMenu(sheet, x, y, active.column.key, active.row !== undefined);
}

/** Where the lower left corner of the active cell lies in the window. */
export function cellPoint(state: State, scroller: HTMLElement): { readonly x: number; readonly y: number } {
  const { row, col } = state.selection.active;
  const box = scroller.getBoundingClientRect();
  const left = (state.offsets[col] ?? 0) - (col < state.frozen ? 0 : state.viewport.left);
  const virtualTop = state.viewport.top * scrollRatio(sizeOf(state).rows, state.viewport.height);
  return {
    x: box.left + gutterWidth + Math.max(0, left),
    y: box.top + headHeight + Math.min(state.viewport.height, (row + 1) * rowHeight - virtualTop),
  };
}

export function closeMenu(sheet: SheetHandle): void {
  if (!sheet.get().menu && !sheet.get().columnsOpen) return;
  sheet.set({ menu: undefined, columnsOpen: false });
  focusSheet(sheet);
}

export function currentWidth(state: State, key: string): number {
  const column = state.columns.find((each) => each.key === key);
  return column ? widthOf(column, state.layout.widths) : 0;
}
