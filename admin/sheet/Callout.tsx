import { lookOf } from "./cell.ts";
import { rowHeight } from "./geometry.ts";
import { type Place, styleAt } from "./place.ts";
import { activeCell } from "./select.ts";
import { type SheetHandle, useSheet } from "./store.ts";
import { usePopups } from "./use-popups.ts";

type CalloutProps = {
  readonly sheet: SheetHandle;
  readonly place: Place;
  readonly pinned: boolean;
};

/** Why the active cell is marked. What may be done about it stands below as soon as it is here. */
export function Callout({ sheet, place, pinned }: CalloutProps) {
  const state = useSheet(sheet);
  const active = activeCell(state);
  const look = active && lookOf(state, active.rowId, active.row, active.column);
  const parts = usePopups(sheet, false);
  if (look?.message === undefined || look.state === "saving" || state.editing || state.menu) return null;
  const at = styleAt({ ...place, y: place.y + rowHeight + 2, height: 0 }, pinned);
  return (
    <div
      className={pinned ? "ll-sheet-callout ll-sheet-pinned" : "ll-sheet-callout"}
      style={{ ...at, width: undefined }}
    >
      <div className={`ll-sheet-callout-box ll-sheet-callout-${look.state}`}>
        <span id={`${sheet.id}callout`}>{look.message}</span>
        {parts ? <parts.CalloutButtons sheet={sheet} look={look} /> : null}
      </div>
    </div>
  );
}
