import { activeCell } from "./select.ts";
import { cellKey, type SheetHandle, type State } from "./store.ts";
import { writeCell } from "./write.ts";

/** What would mend the active cell: the wish to carry out, and the words for it. */
function mendOf(state: State) {
  const active = activeCell(state);
  if (!active) return undefined;
  const at = state.selection.active;
  const text = state.refused.get(cellKey(active.rowId, active.column.key))?.mend;
  if (text !== undefined) return { wish: { ...at, text }, text };
  const mend = active.row && state.props.cellState(active.row.id, active.column.key)?.mend;
  const col = state.columns.findIndex(({ key }) => key === mend?.key);
  const column = state.columns[col];
  return (
    mend && column && { wish: { ...at, col, value: mend.value }, text: `${column.label} ${column.format(mend.value)}` }
  );
}

/** The words for the button beside a refused cell, where there is a value that would do. */
export function mendText(state: State): string | undefined {
  return mendOf(state)?.text;
}

/** Takes the value that was offered, as if it had been typed; undone like anything typed. */
export function mend(sheet: SheetHandle): boolean {
  const wish = mendOf(sheet.get())?.wish;
  if (wish) writeCell(sheet, wish);
  return wish !== undefined;
}
