import { bounds, clampSelection, type Selection } from "./selection.ts";
import { cellKey, columnState, type SheetHandle, type State } from "./store.ts";
import type { SheetProps } from "./types.ts";
import { type Arrangement, buildView, carryView, positionOf, rowAt, type View } from "./view.ts";

/** Takes over what the page gives: other columns, rows that arrived or changed, ids that became real. */
export function receive(sheet: SheetHandle, props: SheetProps): void {
  const before = sheet.get();
  if (before.props === props) return;
  const columns =
    before.props.columns === props.columns ? {} : columnState(props.columns, before.layout, before.viewport.width);
  const state = { ...before, ...columns, props };
  const renamed = before.refused.size === 0 ? {} : { refused: renameRefused(before, props) };
  if (before.props.rows === props.rows) {
    sheet.set({ ...columns, ...renamed, props });
    return;
  }
  const realId = (rowId: string) => props.aliases?.get(rowId) ?? rowId;
  const arriving = (props.loading === true && !before.editing) || before.view.rows.length === 0;
  const view = arriving
    ? buildView(props.rows, arrangement(state))
    : carryView(before.view, props.rows, arrangement(state), realIds(state.madeHere, realId), realId);
  sheet.set({ ...columns, ...renamed, props, view, ...selectionIn(before, view, realId, props) });
}

export function arrangement(state: State): Arrangement {
  const { sort, filters, found, props } = state;
  return { columns: props.columns, sort, filters, found, language: props.language ?? "zh" };
}

/** A refused text stays with its row when that gets its real id. */
function renameRefused({ refused }: State, { aliases }: SheetProps): State["refused"] {
  return new Map(
    [...refused].map(([cell, entry]) => {
      const [rowId = "", key = ""] = cell.split("\n");
      return [cellKey(aliases?.get(rowId) ?? rowId, key), entry];
    }),
  );
}

function realIds(ids: ReadonlySet<string>, realId: (rowId: string) => string): ReadonlySet<string> {
  return new Set([...ids].map(realId));
}

/** The selection stays with its row when rows above it come or go, and moves to a row just made once that is there. */
function selectionIn(
  before: State,
  view: View,
  realId: (rowId: string) => string,
  props: SheetProps,
): Pick<State, "selection" | "awaited"> {
  const size = { rows: view.length + (canAdd(props) ? 1 : 0), cols: before.columns.length };
  const { awaited, selection } = before;
  if (awaited) {
    const row = positionOf(view, realId(awaited.rowId), awaited.row);
    if (row >= 0)
      return { selection: clampSelection(shift(awaited.selection, row - awaited.row), size), awaited: undefined };
  }
  const active = rowAt(before.view, selection.active.row);
  const row = active ? positionOf(view, realId(active.id), selection.active.row) : -1;
  // Someone standing in the empty last row goes on standing there when rows arrive; before the first rows nobody stood.
  const isFirst = before.view.length === 0 && before.props.loading === true && !before.editing;
  const arrived = isFirst ? 0 : view.length - before.view.length;
  const by = active ? (row >= 0 ? row - selection.active.row : 0) : arrived;
  return { selection: clampSelection(shift(selection, by), size), awaited };
}

function shift(selection: Selection, by: number): Selection {
  if (by === 0) return selection;
  const move = ({ row, col }: Selection["active"]) => ({ row: row + by, col });
  return { active: move(selection.active), anchor: move(selection.anchor), focus: move(selection.focus) };
}

export function canAdd(props: SheetProps): boolean {
  return props.canAdd === true && props.readOnly !== true;
}

/** Ids of the rows the selection touches; the empty last row is none. */
export function selectedIds(state: State): string[] {
  const { top, bottom } = bounds(state.selection);
  const ids: string[] = [];
  for (let row = top; row <= Math.min(bottom, state.view.length - 1); row += 1) {
    const id = rowAt(state.view, row)?.id;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
