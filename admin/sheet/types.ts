import type { ReactNode } from "react";
import type { SheetWords } from "../../shared/words/sheet.ts";

export type { SheetWords };

export type CellValue = unknown;

/** One line of the sheet. The page gives a new object whenever a value in it changed. */
export type SheetRow = { readonly id: string; readonly values: Readonly<Record<string, CellValue>> };

export type Editor = {
  kind:
    | "text"
    | "longText"
    | "number"
    | "date"
    | "time"
    | "dateTime"
    | "month"
    | "boolean"
    | "choice"
    | "choices"
    | "reference"
    | "references"
    | "rows";
};

export type Choice = { readonly value: string; readonly label: string };

/** `mend` is a text that would be taken instead. */
export type Parsed = { readonly value: CellValue } | { readonly problem: string; readonly mend?: string };

/** What the sheet must know of a column to show, edit, sort, filter and search it. */
export type SheetColumn = {
  readonly key: string;
  readonly label: string;
  readonly width?: number;
  readonly frozen?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly hint?: string;
  readonly align?: "start" | "end";
  readonly editor: Editor["kind"];
  /** choice and choices */
  readonly options?: readonly Choice[];
  /** reference and references: searches by label */
  readonly lookUp?: (text: string) => Promise<readonly Choice[]>;
  /** rows: the small table in a cell */
  readonly fields?: readonly SheetColumn[];
  /** What the cell shows and copies. */
  format(value: CellValue): string;
  /** Typed or pasted text becomes a value, or the reason why it is refused. */
  parse(text: string): Parsed;
  /** Order when sorted; without it, text by the reader's collation. Must not depend on anything but its arguments. */
  compare?(a: CellValue, b: CellValue, rowA: SheetRow, rowB: SheetRow): number;
  /** More text by which search finds the row, such as pinyin. */
  searchText?(row: SheetRow): string;
};

export type CellState = {
  readonly state: "saving" | "unsaved" | "refused" | "conflict";
  readonly message?: string;
  readonly attempted?: CellValue;
  /** A value, of this or another cell of the row, with which it would be taken. */
  readonly mend?: { readonly key: string; readonly value: CellValue };
};

/**
 * One changed cell. `rowId: null` belongs to a row that does not exist yet; edits with the same `tempId` make one row.
 * The page shows that row at once under `id === tempId`, and may later give the real id through `aliases`.
 */
export type CellEdit = {
  readonly rowId: string | null;
  readonly key: string;
  readonly value: CellValue;
  readonly tempId?: string;
};

export type EditReason = "type" | "paste" | "fill" | "clear" | "cut" | "undo" | "redo";

/** What the clerk has before their eyes: the columns as laid out, the rows as sorted and filtered. */
export type Shown = { readonly columns: readonly SheetColumn[]; readonly rows: readonly SheetRow[] };

export type SheetProps = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  cellState(rowId: string, key: string): CellState | undefined;
  /** Raise it to redraw the marks of `cellState`. */
  readonly stateVersion: number;
  /** One call for each thing the clerk does, however many cells it changes. */
  onEdit(edits: readonly CellEdit[], reason: EditReason): void;
  onOpenRow?(rowId: string): void;
  onSelectionChange?(rowIds: readonly string[]): void;
  onDeleteRows?(rowIds: readonly string[]): void;
  /** Undoing a step that made rows. Without it such rows stay when the step is undone. */
  onUndoNewRows?(rowIds: readonly string[]): void;
  /**
   * A cell in conflict: the clerk chose. Without it only the message is shown. Escape on a cell marked `refused` chooses
   * `theirs`, the value as saved.
   */
  onResolve?(rowId: string, key: string, choice: "mine" | "theirs"): void;
  /** Cells that may not be changed although their column may. */
  cellReadOnly?(rowId: string, key: string): boolean;
  /** Real ids of rows that began under a `tempId`. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** Offers a last, empty row; typing or pasting there makes rows. */
  readonly canAdd?: boolean;
  readonly words: SheetWords;
  /** Language of sorting and number formats; `zh` unless told. */
  readonly language?: "zh" | "en";
  /** Where column widths, order, frozen and hidden columns are remembered in this browser. */
  readonly storageKey?: string;
  readonly readOnly?: boolean;
  readonly loading?: boolean;
  /** Accessible name; `words.sheet` unless told. */
  readonly label?: string;
  /** Given a place for it, the sheet leaves there the way to ask what it shows. */
  readonly shown?: { current: (() => Shown) | undefined };
  /** The page's own buttons, shown in the bar. */
  readonly toolbar?: ReactNode;
  /** Leaves out the bar with search and columns, for small tables. */
  readonly plain?: boolean;
};
