import { commitEdit } from "./edit.ts";
import { holds } from "./filter.ts";
import { arrangement } from "./receive.ts";
import { moveTo } from "./select.ts";
import { noSearch, type SheetHandle } from "./store.ts";
import type { SheetColumn, SheetRow } from "./types.ts";
import { buildView, rowAt, type View } from "./view.ts";

/** Rows in which the searched text stands, in shown order, and how many cells hold it in the rows before each. */
type Hits = { readonly rows: number[]; readonly before: number[]; readonly ids: Set<string>; cells: number };

type Run = { readonly view: View; readonly hits: Hits; cancelled: boolean };

const runs = new WeakMap<SheetHandle, Run>();
const sliceMs = 10;
const typingDelayMs = 150;

/** Columns of a row in which the text stands; it is looked for in what the cells show and in what sounds like it. */
export function hitColumns(columns: readonly SheetColumn[], row: SheetRow, wanted: string): number[] {
  const hits: number[] = [];
  columns.forEach((column, col) => {
    const value = row.values[column.key];
    if (value === undefined || value === null) return;
    if (holds(column, row, column.format(value), wanted)) hits.push(col);
  });
  return hits;
}

export function openSearch(sheet: SheetHandle): void {
  const { search } = sheet.dom;
  if (!search) return;
  if (sheet.get().editing) commitEdit(sheet, "stay");
  search.focus();
  search.select();
}

export function setSearch(sheet: SheetHandle, text: string): void {
  const state = sheet.get();
  if (!text.trim()) {
    const run = runs.get(sheet);
    if (run) run.cancelled = true;
    runs.delete(sheet);
    const view = state.found ? buildView(state.view.rows, arrangement({ ...state, found: undefined })) : state.view;
    sheet.set({ search: { ...noSearch, text, only: state.search.only }, found: undefined, view });
    return;
  }
  sheet.set({ search: { ...state.search, text, done: false, cells: 0, at: 0 } });
  setTimeout(() => {
    if (sheet.get().search.text === text) startSearch(sheet, true);
  }, typingDelayMs);
}

export function setOnlyMatches(sheet: SheetHandle, only: boolean): void {
  const state = sheet.get();
  sheet.set({ search: { ...state.search, only } });
  if (state.search.text.trim()) startSearch(sheet, true);
}

/**
 * Looks through all rows in slices, so that typing stays quick with 100,000 of them. `refilter` lets the result decide
 * which rows are shown; a search repeated because data changed leaves the shown rows alone.
 */
export function startSearch(sheet: SheetHandle, refilter: boolean): void {
  const old = runs.get(sheet);
  if (old) old.cancelled = true;
  const state = sheet.get();
  const wanted = state.search.text.trim().toLowerCase();
  if (!wanted) return;
  const base =
    refilter && state.found ? buildView(state.view.rows, arrangement({ ...state, found: undefined })) : state.view;
  const run: Run = { view: base, hits: { rows: [], before: [], ids: new Set(), cells: 0 }, cancelled: false };
  runs.set(sheet, run);
  const scan = (from: number): void => {
    if (run.cancelled) return;
    const row = scanSlice(run, state.columns, wanted, from);
    const done = row >= base.length;
    const { search } = sheet.get();
    if (!done) {
      sheet.set({ search: { ...search, cells: run.hits.cells, done } });
      setTimeout(() => scan(row), 0);
      return;
    }
    finish(sheet, run, refilter);
  };
  scan(0);
}

function scanSlice(run: Run, columns: readonly SheetColumn[], wanted: string, from: number): number {
  const { view, hits } = run;
  const until = performance.now() + sliceMs;
  let row = from;
  for (; row < view.length; row += 1) {
    if (row % 64 === 0 && row > from && performance.now() > until) break;
    const found = rowAt(view, row);
    const count = found ? hitColumns(columns, found, wanted).length : 0;
    if (!found || count === 0) continue;
    hits.rows.push(row);
    hits.before.push(hits.cells);
    hits.ids.add(found.id);
    hits.cells += count;
  }
  return row;
}

function finish(sheet: SheetHandle, run: Run, refilter: boolean): void {
  const state = sheet.get();
  const search = { ...state.search, cells: run.hits.cells, done: true, at: 0 };
  if (!refilter || (!search.only && !state.found)) {
    sheet.set({ search });
    return;
  }
  const found = search.only ? run.hits.ids : undefined;
  const view = buildView(state.view.rows, arrangement({ ...state, found }));
  sheet.set({ search, found, view });
  if (found) startSearch(sheet, false);
  moveTo(sheet, { row: 0, col: state.selection.active.col });
}

/** Goes to the next or previous cell that holds the searched text, round the end. */
export function nextMatch(sheet: SheetHandle, direction: 1 | -1): void {
  const state = sheet.get();
  const wanted = state.search.text.trim().toLowerCase();
  const run = runs.get(sheet);
  if (!wanted || !run) return;
  const { rows, before, cells } = run.hits;
  if (cells === 0) return;
  const { row, col } = state.selection.active;
  const hitsOf = (index: number): number[] => {
    const found = rowAt(state.view, rows[index] ?? -1);
    return found ? hitColumns(state.columns, found, wanted) : [];
  };
  let index = firstAtOrAfter(rows, row);
  const beyond = (each: number) => (direction > 0 ? each > col : each < col);
  const here = rows[index] === row ? hitsOf(index).filter(beyond) : [];
  let target = direction > 0 ? here[0] : here[here.length - 1];
  if (target === undefined) {
    const step = direction > 0 ? (rows[index] === row ? index + 1 : index) : index - 1;
    index = (step + rows.length) % rows.length;
    const hits = hitsOf(index);
    target = direction > 0 ? hits[0] : hits[hits.length - 1];
  }
  const place = rows[index];
  if (place === undefined || target === undefined) return;
  moveTo(sheet, { row: place, col: target });
  const at = (before[index] ?? 0) + hitsOf(index).indexOf(target) + 1;
  sheet.set({ search: { ...sheet.get().search, at } });
}

function firstAtOrAfter(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
