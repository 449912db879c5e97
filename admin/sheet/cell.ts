import { cellKey, type State } from "./store.ts";
import type { CellState, SheetColumn, SheetRow } from "./types.ts";

export type CellLook = {
  readonly text: string;
  readonly state: CellState["state"] | undefined;
  readonly message: string | undefined;
};

/** What a cell shows: a refused text before everything, then what the page says of it, then its value. */
export function lookOf(state: State, rowId: string, row: SheetRow | undefined, column: SheetColumn): CellLook {
  const refused = state.refused.size > 0 ? state.refused.get(cellKey(rowId, column.key)) : undefined;
  if (refused) return { text: refused.attempted, state: "refused", message: refused.problem };
  if (!row) return { text: "", state: undefined, message: undefined };
  const mark = state.props.cellState(row.id, column.key);
  const value = mark && "attempted" in mark ? mark.attempted : row.values[column.key];
  return { text: column.format(value), state: mark?.state, message: mark ? messageOf(state, mark) : undefined };
}

function messageOf(state: State, mark: CellState): string {
  return mark.message ?? state.props.words[mark.state];
}

/** Numbers stand at the end of their cell unless the column says otherwise. */
export function isEndAligned(column: SheetColumn): boolean {
  return column.align === "end" || (column.editor === "number" && column.align !== "start");
}
