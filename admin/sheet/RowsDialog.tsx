import { type ComponentType, useEffect, useRef, useState } from "react";
import { cancelEdit, commitRows, editedValue } from "./edit.ts";
import { isEmpty } from "./order.ts";
import { focusSheet } from "./select.ts";
import { type SheetHandle, useSheet } from "./store.ts";
import type { CellEdit, CellValue, SheetColumn, SheetProps, SheetRow } from "./types.ts";

/** The small table in a cell opens as a sheet of its own, with all a sheet can do. */
export function RowsDialog({
  sheet,
  Small,
}: {
  readonly sheet: SheetHandle;
  readonly Small: ComponentType<SheetProps>;
}) {
  const { editing, columns } = useSheet(sheet);
  const column = columns.find((each) => each.key === editing?.key);
  if (editing?.surface !== "rows" || !column) return null;
  return <Dialog key={`${editing.rowId} ${editing.key}`} {...{ sheet, column, Small }} />;
}

type DialogProps = {
  readonly sheet: SheetHandle;
  readonly column: SheetColumn;
  readonly Small: ComponentType<SheetProps>;
};

function Dialog({ sheet, column, Small }: DialogProps) {
  const { words, language } = sheet.get().props;
  const element = useRef<HTMLDialogElement>(null);
  const [rows, setRows] = useState(() => rowsOf(editedValue(sheet.get())));
  useEffect(() => {
    element.current?.showModal();
    element.current?.querySelector("textarea")?.focus();
    // While the dialog stands the sheet below cannot have the keyboard; it gets it back afterwards.
    return () => focusSheet(sheet);
  }, [sheet]);
  const remove = (rowIds: readonly string[]) => setRows((present) => present.filter((row) => !rowIds.includes(row.id)));
  return (
    <dialog
      ref={element}
      className="ll-sheet-dialog"
      aria-label={column.label}
      onCancel={(event) => {
        event.preventDefault();
        cancelEdit(sheet);
      }}
      // What happens in the small sheet is no business of the large one.
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <h2>{column.label}</h2>
      <Small
        plain
        canAdd
        columns={column.fields ?? []}
        rows={rows}
        cellState={() => undefined}
        stateVersion={0}
        onEdit={(edits) => setRows((present) => applied(present, edits))}
        onDeleteRows={remove}
        onUndoNewRows={remove}
        words={words}
        label={column.label}
        {...(language ? { language } : {})}
      />
      <div className="ll-sheet-dialog-buttons">
        <button type="button" className="ll-sheet-primary" onClick={() => commitRows(sheet, listOf(rows))}>
          {words.save}
        </button>
        <button type="button" onClick={() => cancelEdit(sheet)}>
          {words.cancel}
        </button>
      </div>
    </dialog>
  );
}

/** A cell's value, a list of plain objects, as rows of a sheet. */
export function rowsOf(value: CellValue): readonly SheetRow[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown, at) =>
    typeof each === "object" && each !== null ? [{ id: `row-${at}`, values: { ...each } }] : [],
  );
}

export function listOf(rows: readonly SheetRow[]): CellValue {
  return rows
    .map(({ values }) => Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))))
    .filter((values) => Object.keys(values).length > 0);
}

export function applied(rows: readonly SheetRow[], edits: readonly CellEdit[]): readonly SheetRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { rowId, tempId, key, value } of edits) {
    const id = rowId ?? tempId ?? "";
    byId.set(id, { id, values: { ...byId.get(id)?.values, [key]: value } });
  }
  return [...byId.values()];
}
