import type { FieldProblem } from "../contract/refusal.ts";
import { type Cell, cellText, isBlank } from "../files/cell.ts";
import type { Value, Values } from "../schema/field.ts";
import type { Reading } from "../schema/kind.ts";
import { numberInWords, placeFromAddress } from "./address.ts";
import type { ImportColumn } from "./match-columns.ts";
import { readCell } from "./read-cell.ts";
import type { Target } from "./target.ts";

/** One filled cell of the list's own columns, read. */
export type OwnCell = {
  readonly text: string;
  readonly value?: Value;
  readonly problem?: FieldProblem;
  readonly beginnings?: readonly string[];
  readonly masked?: string;
};

/** Everything one row says. */
export type RowValues = {
  readonly recordId?: string;
  /** The list's own columns. */
  readonly own: ReadonlyMap<string, OwnCell>;
  /** Columns of records the row implies, by reference path. */
  readonly implied: ReadonlyMap<string, Values>;
  /** Problems of implied columns. */
  readonly problems: readonly FieldProblem[];
  readonly notes: readonly FieldProblem[];
};

/** A column that stands for something, with what it stands for. */
export type Mapped = { readonly column: ImportColumn; readonly target: Target };

/** Columns in use, those of whole references before those of their parts, so that the exact ones have the last word. */
export function mappedColumns(columns: readonly ImportColumn[], targets: readonly Target[]): readonly Mapped[] {
  const byPath = new Map(targets.map((target) => [target.path, target]));
  return columns
    .flatMap((column) => {
      const target = column.field === null ? undefined : byPath.get(column.field);
      return target && !target.barred ? [{ column, target }] : [];
    })
    .sort((a, b) => a.target.base.length - b.target.base.length);
}

/** Reads the filled cells of a row. `implies` are the reference paths whose records the row may make. */
export function rowValues(
  cells: readonly Cell[],
  mapped: readonly Mapped[],
  implies: readonly string[],
  reading: Reading,
): RowValues {
  const own = new Map<string, OwnCell>();
  const implied = new Map<string, Values>();
  const problems: FieldProblem[] = [];
  const notes: FieldProblem[] = [];
  let recordId: string | undefined;
  const addImplied = (base: string, values: Values) => implied.set(base, { ...implied.get(base), ...values });
  for (const { column, target } of mapped) {
    const cell = cells[column.index] ?? null;
    if (isBlank(cell)) continue;
    const text = cellText(cell).trim();
    if (target.path === "id") {
      recordId = text;
    } else if (implies.includes(target.path)) {
      const values = target.field.kind === "reference" ? wholeReference(target.field.to, text) : undefined;
      if (values) addImplied(target.path, values);
      else problems.push({ path: target.path, code: "address-unclear" });
      if (target.base === "") own.set(target.key, { text });
    } else {
      const read = readCell(cell, target.path, target.field, reading);
      if ("note" in read && read.note) notes.push(read.note);
      if (target.base === "") own.set(target.key, { text, ...read });
      else if ("value" in read) addImplied(target.base, { [target.key]: read.value });
      else if ("problem" in read) problems.push(read.problem);
      else problems.push({ path: target.path, code: "not-a-date" });
    }
  }
  return { ...(recordId !== undefined && { recordId }), own, implied, problems, notes };
}

/** What the words by which lists show a household, a dwelling or a group say of it. */
function wholeReference(to: string, text: string): Values | undefined {
  if (to === "dwellings") return placeFromAddress(text);
  if (to === "households") return { no: text };
  const no = numberInWords(text);
  return no === undefined ? { name: text } : { no };
}
