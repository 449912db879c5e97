import { lookOf } from "./cell.ts";
import { rowHeight } from "./geometry.ts";
import { type Place, styleAt } from "./place.ts";
import { activeCell, focusSheet } from "./select.ts";
import { type SheetHandle, useSheet } from "./store.ts";

type CalloutProps = {
  readonly sheet: SheetHandle;
  readonly place: Place;
  readonly pinned: boolean;
};

/** Why the active cell is marked, and for a conflict the choice between both values. */
export function Callout({ sheet, place, pinned }: CalloutProps) {
  const state = useSheet(sheet);
  const active = activeCell(state);
  const look = active && lookOf(state, active.rowId, active.row, active.column);
  const { words, onResolve } = state.props;
  const shown = look?.message !== undefined && look.state !== "saving" && !state.editing && !state.menu;
  const at = styleAt({ ...place, y: place.y + rowHeight + 2, height: 0 }, pinned);
  const resolve = (choice: "mine" | "theirs") => {
    if (active?.row) onResolve?.(active.row.id, active.column.key, choice);
    focusSheet(sheet);
  };
  if (!shown) return null;
  return (
    <div
      className={pinned ? "ll-sheet-callout ll-sheet-pinned" : "ll-sheet-callout"}
      style={{ ...at, width: undefined }}
    >
      <div className={`ll-sheet-callout-box ll-sheet-callout-${look.state}`}>
        <span id={`${sheet.id}callout`}>{look.message}</span>
        {look.state === "conflict" && onResolve ? (
          <span className="ll-sheet-callout-buttons">
            <button type="button" onClick={() => resolve("mine")}>
              {words.keepMine}
            </button>
            <button type="button" onClick={() => resolve("theirs")}>
              {words.takeTheirs}
            </button>
          </span>
        ) : null}
      </div>
    </div>
  );
}
