import type { CellLook } from "./cell.ts";
import { mend, mendText } from "./mend.ts";
import { activeCell, focusSheet } from "./select.ts";
import { type SheetHandle, useSheet } from "./store.ts";

/** What a clerk may do about a marked cell: choose between two values, or take the one that would do. */
export function CalloutButtons({ sheet, look }: { readonly sheet: SheetHandle; readonly look: CellLook }) {
  const state = useSheet(sheet);
  const { words, onResolve } = state.props;
  const active = activeCell(state);
  const mended = mendText(state);
  const resolve = (choice: "mine" | "theirs") => {
    if (active?.row) onResolve?.(active.row.id, active.column.key, choice);
    focusSheet(sheet);
  };
  const take = () => {
    mend(sheet);
    focusSheet(sheet);
  };
  if (mended !== undefined) {
    return (
      <span className="ll-sheet-callout-buttons">
        <button type="button" title="Ctrl+." onClick={take}>
          {words.mend(mended)}
        </button>
      </span>
    );
  }
  if (look.state !== "conflict" || !onResolve) return null;
  return (
    <span className="ll-sheet-callout-buttons">
      <button type="button" onClick={() => resolve("mine")}>
        {words.keepMine}
      </button>
      <button type="button" onClick={() => resolve("theirs")}>
        {words.takeTheirs}
      </button>
    </span>
  );
}
