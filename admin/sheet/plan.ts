import type { Refusal } from "./history.ts";
import { isEmpty } from "./order.ts";
import type { Bounds } from "./selection.ts";
import type { Block } from "./tsv.ts";
import type { CellValue, SheetColumn, SheetRow } from "./types.ts";

/** What a cell is to become: a value, or a text still to be read by the column. */
export type Wish = { readonly row: number; readonly col: number } & (
  | { readonly text: string }
  | { readonly value: CellValue }
);

export type PlannedEdit = {
  readonly rowId: string;
  readonly key: string;
  readonly before: CellValue;
  readonly after: CellValue;
};

export type PlannedRefusal = Refusal & { readonly label: string };

/** What an action will do, worked out before anything changes. */
export type Plan = {
  readonly edits: readonly PlannedEdit[];
  readonly refusals: readonly PlannedRefusal[];
  /** Rows that come into being, by their temporary ids, in order. */
  readonly made: readonly string[];
  readonly refused: number;
  readonly readOnly: number;
  readonly dropped: number;
};

/** What a plan must know of the sheet. */
export type Ground = {
  readonly columns: readonly SheetColumn[];
  readonly rowCount: number;
  rowAt(row: number): SheetRow | undefined;
  isReadOnly(row: SheetRow | undefined, column: SheetColumn): boolean;
  readonly canAdd: boolean;
  newId(): string;
};

/**
 * Turns wishes into edits. A text the column refuses becomes a refusal, a cell that would not change is left out, and
 * wishes below the last row make rows if rows may be made.
 */
export function plan(sheet: Ground, wishes: Iterable<Wish>): Plan {
  const edits: PlannedEdit[] = [];
  const refusals: PlannedRefusal[] = [];
  const made = new Map<number, string>();
  let readOnly = 0;
  let dropped = 0;
  for (const wish of wishes) {
    const column = sheet.columns[wish.col];
    const row = sheet.rowAt(wish.row);
    const isNew = wish.row >= sheet.rowCount;
    if (!column || (isNew && !sheet.canAdd)) {
      dropped += 1;
      continue;
    }
    const before = row?.values[column.key];
    if (isBlank(wish) && isEmpty(row?.values[column.key])) continue;
    if (sheet.isReadOnly(row, column)) {
      readOnly += 1;
      continue;
    }
    const parsed = "text" in wish ? column.parse(wish.text) : { value: wish.value };
    if ("value" in parsed && sameValue(before, parsed.value) && !isNew) continue;
    const rowId = row?.id ?? made.get(wish.row) ?? sheet.newId();
    if (isNew) made.set(wish.row, rowId);
    if ("value" in parsed) edits.push({ rowId, key: column.key, before, after: parsed.value });
    else {
      const attempted = "text" in wish ? wish.text : column.format(wish.value);
      refusals.push({ rowId, key: column.key, label: column.label, attempted, ...parsed });
    }
  }
  return withoutEmptyRows({ edits, refusals, refused: refusals.length, made: [...made.values()], readOnly, dropped });
}

/** A row is made only if at least one of its cells holds something. */
function withoutEmptyRows(result: Plan): Plan {
  const filled = new Set(result.edits.map((edit) => edit.rowId));
  const empty = new Set(result.made.filter((rowId) => !filled.has(rowId)));
  if (empty.size === 0) return result;
  const first = result.made.find((rowId) => empty.has(rowId));
  return {
    ...result,
    made: result.made.filter((rowId) => !empty.has(rowId)),
    // Without a row of their own to show them in, those of the first are shown in the empty last row.
    refusals: result.refusals.flatMap((refusal) => {
      if (!empty.has(refusal.rowId)) return [refusal];
      return refusal.rowId === first ? [{ ...refusal, rowId: newRowId }] : [];
    }),
  };
}

/** Stands for the empty last row wherever a row id is needed. */
export const newRowId = "";

function isBlank(wish: Wish): boolean {
  return "text" in wish ? wish.text.trim() === "" : isEmpty(wish.value);
}

/** Values are plain data, so equal data is no change; all ways of being empty are equal. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (Object.is(a, b) || (isEmpty(a) && isEmpty(b))) return true;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Where a pasted block goes: one cell fills the whole selection, a block whose size divides the selection is repeated,
 * anything else is laid down once from the top left corner.
 */
export function pasteArea(block: Block, selection: Bounds): Bounds {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const rows = selection.bottom - selection.top + 1;
  const cols = selection.right - selection.left + 1;
  const repeats = rows % height === 0 && cols % width === 0;
  return {
    top: selection.top,
    left: selection.left,
    bottom: selection.top + (repeats ? rows : height) - 1,
    right: selection.left + (repeats ? cols : width) - 1,
  };
}

export function* pasteWishes(block: Block, area: Bounds): Generator<Wish> {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line = block[(row - area.top) % height] ?? [];
    for (let col = area.left; col <= area.right; col += 1) {
      const text = line[(col - area.left) % width];
      if (text !== undefined) yield { row, col, text };
    }
  }
}

export function* cells(area: Bounds): Generator<{ row: number; col: number }> {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let col = area.left; col <= area.right; col += 1) yield { row, col };
  }
}
