// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed and frozen as these rows are.
// biome-ignore-all lint/a11y/useFocusableInteractive: the text area holds the keyboard and points at cells (aria-activedescendant).
import { memo } from "react";
import { isEndAligned, lookOf } from "./cell.ts";
import { hitColumns } from "./find.ts";
import { gutterWidth } from "./geometry.ts";
import { isEmpty } from "./order.ts";
import { newRowId } from "./plan.ts";
import { isReadOnly } from "./select.ts";
import type { SheetHandle, State } from "./store.ts";
import type { SheetColumn, SheetRow } from "./types.ts";

/** Which columns a row draws; one object for all rows, remade only when it changes. */
export type DrawnColumns = {
  readonly columns: readonly SheetColumn[];
  readonly offsets: readonly number[];
  readonly frozen: number;
  readonly from: number;
  readonly to: number;
};

type RowProps = {
  readonly sheet: SheetHandle;
  readonly row: SheetRow | undefined;
  readonly at: number;
  readonly drawn: DrawnColumns;
  /** Selected columns, first and last; -1 when the row is not selected. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly searched: string;
  /** Changes when marks must be drawn anew although the row is the same. */
  readonly marks: string;
};

export const Row = memo(function Row({ sheet, row, at, drawn, selectedFrom, selectedTo, searched }: RowProps) {
  const state = sheet.get();
  const { columns, offsets, frozen, from, to } = drawn;
  const hits = row && searched ? hitColumns(columns, row, searched) : [];
  const cell = (col: number) => {
    const column = columns[col];
    if (!column) return null;
    const width = (offsets[col + 1] ?? 0) - (offsets[col] ?? 0);
    const left = col < frozen ? gutterWidth + (offsets[col] ?? 0) : undefined;
    const selected = col >= selectedFrom && col <= selectedTo && selectedFrom >= 0;
    return (
      <Cell
        key={column.key}
        {...{ sheet, state, row, column, col, at, width, left, selected }}
        hit={hits.includes(col)}
        edge={col === frozen - 1}
      />
    );
  };
  const skipped = (offsets[from] ?? 0) - (offsets[frozen] ?? 0);
  return (
    <div
      role="row"
      className={row ? "ll-sheet-row" : "ll-sheet-row ll-sheet-new"}
      aria-rowindex={at + 2}
      data-row={row?.id ?? newRowId}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={selectedFrom >= 0 ? "ll-sheet-number ll-sheet-number-on" : "ll-sheet-number"}
        title={row ? undefined : state.props.words.newRow}
      >
        {row ? at + 1 : "+"}
      </div>
      {range(0, frozen).map(cell)}
      {skipped > 0 ? <div role="presentation" className="ll-sheet-skip" style={{ width: skipped }} /> : null}
      {range(from, to).map(cell)}
    </div>
  );
});

type CellProps = {
  readonly sheet: SheetHandle;
  readonly state: State;
  readonly row: SheetRow | undefined;
  readonly column: SheetColumn;
  readonly col: number;
  readonly at: number;
  readonly width: number;
  readonly left: number | undefined;
  readonly selected: boolean;
  readonly hit: boolean;
  readonly edge: boolean;
};

function Cell({ sheet, state, row, column, col, at, width, left, selected, hit, edge }: CellProps) {
  const { text, state: mark, message } = lookOf(state, row?.id ?? newRowId, row, column);
  const readOnly = isReadOnly(state, row, column);
  const value = row?.values[column.key];
  const tick = column.editor === "boolean" && mark !== "refused" && row !== undefined;
  const missing = row !== undefined && column.required === true && isEmpty(value) && !mark;
  const classes = ["ll-sheet-cell"];
  if (left !== undefined) classes.push("ll-sheet-frozen");
  if (edge) classes.push("ll-sheet-edge");
  if (isEndAligned(column)) classes.push("ll-sheet-end");
  if (readOnly) classes.push("ll-sheet-locked");
  if (hit) classes.push("ll-sheet-hit");
  if (missing) classes.push("ll-sheet-missing");
  if (mark) classes.push(`ll-sheet-${mark}`);
  return (
    <div
      role="gridcell"
      id={`${sheet.id}r${at}c${col}`}
      className={classes.join(" ")}
      style={left === undefined ? { width } : { width, left }}
      aria-colindex={col + 2}
      aria-selected={selected}
      aria-readonly={readOnly || undefined}
      aria-invalid={mark === "refused" || mark === "conflict" || undefined}
      aria-busy={mark === "saving" || undefined}
      title={message ?? (text.length > 12 ? text : undefined)}
      data-key={column.key}
    >
      {tick ? <Tick value={value} text={text} /> : text}
    </div>
  );
}

function Tick({ value, text }: { readonly value: unknown; readonly text: string }) {
  const name = value === true ? "ll-sheet-tick ll-sheet-ticked" : "ll-sheet-tick";
  return (
    <span className={isEmpty(value) ? `${name} ll-sheet-tick-none` : name}>
      <span className="ll-sheet-hidden">{text}</span>
    </span>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
