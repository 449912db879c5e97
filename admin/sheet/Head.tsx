// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed and frozen as these rows are.
// biome-ignore-all lint/a11y/useFocusableInteractive: the text area holds the keyboard and points at cells (aria-activedescendant).
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys.ts handles every key, in the text area.
import { type PointerEvent, useRef } from "react";
import { useDrawnColumns } from "./Body.tsx";
import { isEndAligned } from "./cell.ts";
import { isActive } from "./filter.ts";
import { gutterWidth } from "./geometry.ts";
import { moveColumn, resizeColumn } from "./layout.ts";
import { currentWidth, fittingWidth, openMenu, setLayout, sortBy } from "./menu.ts";
import { hit } from "./pointer.ts";
import { focusSheet, selectAll } from "./select.ts";
import { bounds } from "./selection.ts";
import { type SheetHandle, type State, useSheet } from "./store.ts";
import type { SheetColumn } from "./types.ts";

const dragThresholdPx = 6;

/** The header row: a click sorts, its edge resizes, a drag moves the column, the button opens its menu. */
export function Head({ sheet }: { readonly sheet: SheetHandle }) {
  const state = useSheet(sheet);
  const { columns, offsets, frozen, from, to } = useDrawnColumns(sheet);
  const box = bounds(state.selection);
  const { words } = state.props;
  const cells = [...columns.keys()].filter((col) => col < frozen || (col >= from && col < to));
  const skipped = (offsets[from] ?? 0) - (offsets[frozen] ?? 0);
  const heads = cells.map((col) => {
    const column = columns[col];
    if (!column) return null;
    const left = col < frozen ? gutterWidth + (offsets[col] ?? 0) : undefined;
    const width = (offsets[col + 1] ?? 0) - (offsets[col] ?? 0);
    const on = col >= box.left && col <= box.right;
    return <HeadCell key={column.key} {...{ sheet, column, col, left, width, on }} edge={col === frozen - 1} />;
  });
  return (
    <div role="rowgroup" className="ll-sheet-head">
      <div role="row" aria-rowindex={1} className="ll-sheet-row">
        <div
          role="columnheader"
          aria-colindex={1}
          className="ll-sheet-corner"
          onPointerDown={(event) => {
            event.preventDefault();
            selectAll(sheet);
            focusSheet(sheet);
          }}
        >
          <span className="ll-sheet-hidden">{words.rowHead}</span>
        </div>
        {heads.slice(0, frozen)}
        {skipped > 0 ? <div role="presentation" className="ll-sheet-skip" style={{ width: skipped }} /> : null}
        {heads.slice(frozen)}
      </div>
    </div>
  );
}

type HeadCellProps = {
  readonly sheet: SheetHandle;
  readonly column: SheetColumn;
  readonly col: number;
  readonly left: number | undefined;
  readonly width: number;
  readonly on: boolean;
  readonly edge: boolean;
};

function HeadCell({ sheet, column, col, left, width, on, edge }: HeadCellProps) {
  const { sort, filters, props } = useSheet(sheet);
  const dragged = useRef(false);
  const place = sort.findIndex((entry) => entry.key === column.key);
  const sorted = sort[place];
  const filtered = isActive(filters.get(column.key));
  const classes = ["ll-sheet-headcell"];
  if (left !== undefined) classes.push("ll-sheet-frozen");
  if (edge) classes.push("ll-sheet-edge");
  if (on) classes.push("ll-sheet-on");
  if (isEndAligned(column)) classes.push("ll-sheet-end");
  if (filtered) classes.push("ll-sheet-filtered");
  const label = column.required ? `${column.label} *` : column.label;
  return (
    <div
      role="columnheader"
      aria-colindex={col + 2}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : "none"}
      className={classes.join(" ")}
      style={left === undefined ? { width } : { width, left }}
      title={column.hint ?? column.label}
      data-key={column.key}
      onPointerDown={(event) => {
        dragged.current = false;
        startMove(sheet, column.key, event, () => {
          dragged.current = true;
        });
      }}
      onClick={(event) => {
        if (dragged.current) return;
        sortBy(sheet, column.key, event.shiftKey);
        focusSheet(sheet);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(sheet, event.clientX, event.clientY, column.key, false);
      }}
    >
      {sorted ? (
        <span className="ll-sheet-sort" aria-hidden="true">
          {sorted.descending ? "▼" : "▲"}
          {sort.length > 1 ? place + 1 : ""}
        </span>
      ) : null}
      <span className="ll-sheet-label">{label}</span>
      <button
        type="button"
        tabIndex={-1}
        className="ll-sheet-more"
        aria-label={props.words.columnMenu(column.label)}
        aria-haspopup="dialog"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          const box = event.currentTarget.getBoundingClientRect();
          openMenu(sheet, box.left, box.bottom, column.key, false);
        }}
      />
      <span
        className="ll-sheet-grip"
        aria-hidden="true"
        onPointerDown={(event) => startResize(sheet, column.key, event)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={() =>
          setLayout(sheet, resizeColumn(sheet.get().layout, column.key, fittingWidth(sheet.get(), column.key)))
        }
      />
    </div>
  );
}

function startResize(sheet: SheetHandle, key: string, event: PointerEvent): void {
  event.stopPropagation();
  event.preventDefault();
  const startX = event.clientX;
  const width = currentWidth(sheet.get(), key);
  track(event, (now, end) => {
    if (end && now.clientX === startX) return;
    setLayout(sheet, resizeColumn(sheet.get().layout, key, width + now.clientX - startX), end);
  });
}

/** With the mouse only: a finger on the header scrolls, and the menu moves columns too. */
function startMove(sheet: SheetHandle, key: string, event: PointerEvent, onDrag: () => void): void {
  if (event.button !== 0 || event.pointerType === "touch") return;
  event.preventDefault();
  const startX = event.clientX;
  let moving = false;
  track(event, (now) => {
    if (!moving && Math.abs(now.clientX - startX) < dragThresholdPx) return;
    if (!moving) onDrag();
    moving = true;
    const state = sheet.get();
    const to = dropPlace(state, key, hit(sheet, now.clientX, now.clientY));
    if (to !== undefined) setLayout(sheet, moveColumn(state.props.columns, state.layout, key, to));
  });
}

/**
 * The place a dragged column moves to. Only where it then lies under the pointer: beside a wider column it would
 * otherwise jump to and fro.
 */
function dropPlace(
  { columns, offsets }: State,
  key: string,
  { at: { col }, x }: { readonly at: { readonly col: number }; readonly x: number },
): number | undefined {
  const from = columns.findIndex((column) => column.key === key);
  if (from < 0 || from === col) return undefined;
  const width = (offsets[from + 1] ?? 0) - (offsets[from] ?? 0);
  const fits = col > from ? x >= (offsets[col + 1] ?? 0) - width : x <= (offsets[col] ?? 0) + width;
  return fits ? col : undefined;
}

function track(start: PointerEvent, onMove: (event: globalThis.PointerEvent, end: boolean) => void): void {
  const moved = (event: globalThis.PointerEvent) => {
    if (event.pointerId === start.pointerId) onMove(event, false);
  };
  const ended = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    window.removeEventListener("pointermove", moved);
    window.removeEventListener("pointerup", ended);
    window.removeEventListener("pointercancel", ended);
    onMove(event, true);
  };
  window.addEventListener("pointermove", moved);
  window.addEventListener("pointerup", ended);
  window.addEventListener("pointercancel", ended);
}
