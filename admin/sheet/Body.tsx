// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed and frozen as these rows are.
import { useMemo } from "react";
import { columnWindow, headHeight, rowWindow } from "./geometry.ts";
import { newRowId } from "./plan.ts";
import { type DrawnColumns, Row } from "./Row.tsx";
import { sizeOf } from "./select.ts";
import { bounds } from "./selection.ts";
import { type SheetHandle, useSheet } from "./store.ts";
import { rowAt } from "./view.ts";

/** The rows on screen, and a few above and below. */
export function Body({ sheet }: { readonly sheet: SheetHandle }) {
  const state = useSheet(sheet);
  const drawn = useDrawnColumns(sheet);
  const { viewport, view, props } = state;
  const window = rowWindow(viewport.top, viewport.height, sizeOf(state).rows);
  const box = bounds(state.selection);
  const marks = useMarks(sheet);
  const searched = state.search.text.trim().toLowerCase();
  const rows = [];
  for (let at = window.start; at < window.end; at += 1) {
    const row = rowAt(view, at);
    const selected = at >= box.top && at <= box.bottom;
    rows.push(
      <Row
        key={row?.id ?? newRowId}
        {...{ sheet, row, at, drawn, searched, marks }}
        selectedFrom={selected ? box.left : -1}
        selectedTo={selected ? box.right : -1}
      />,
    );
  }
  return (
    <div role="rowgroup" className="ll-sheet-rows" style={{ top: headHeight + window.top }} aria-busy={props.loading}>
      {rows}
    </div>
  );
}

export function useDrawnColumns(sheet: SheetHandle): DrawnColumns {
  const { columns, offsets, frozen, viewport } = useSheet(sheet);
  const { from, to } = columnWindow(offsets, frozen, viewport.left, viewport.width);
  return useMemo(() => ({ columns, offsets, frozen, from, to }), [columns, offsets, frozen, from, to]);
}

/** A text that changes whenever something changed that rows show but do not get as their own property. */
function useMarks(sheet: SheetHandle): string {
  const { refused, props } = useSheet(sheet);
  const { stateVersion, readOnly, words, cellReadOnly } = props;
  const count = useMemo(() => ({ at: 0, seen: [] as unknown[] }), []);
  const now = [refused, stateVersion, readOnly, words, cellReadOnly];
  if (now.some((each, at) => each !== count.seen[at])) {
    count.at += 1;
    count.seen = now;
  }
  return String(count.at);
}
