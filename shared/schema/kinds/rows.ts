import type { Field, RowValue, Value } from "../field.ts";
import type { Checked, FieldOf, Kind, Reading, Showing } from "../kind.ts";

const ROWS_MAX = 100;

/**
 * A small table inside a cell (明细): stops, vehicles, questions.
 * As text, rows are lines (or `；`) and columns are parted by ` | `.
 */
export const rowsKind = (columns: Columns): Kind<FieldOf<"rows">> => ({
  check: (value, field, reading) => {
    if (!Array.isArray(value)) return { problem: "not-rows" };
    const max = field.max ?? ROWS_MAX;
    if (value.length > max) return { problem: "too-many-rows", params: { max } };
    const lines: RowValue[] = [];
    for (const [index, line] of value.entries()) {
      const checked = checkLine(line, field, reading, columns.check);
      if (checked.problem !== undefined) return { ...checked, path: joined(index, checked.path) };
      lines.push(checked.line);
    }
    return { value: lines.length > 0 ? lines : null };
  },
  read: (written, field, reading) => {
    const keys = Object.keys(field.fields);
    const lines = written
      .split(/[\n；;]/)
      .filter((line) => line.trim() !== "")
      .map((line) =>
        Object.fromEntries(line.split(/\s*[|｜]\s*/).map((part, index) => [keys[index] ?? "?", part.trim()])),
      );
    const read: RowValue[] = [];
    for (const [index, line] of lines.entries()) {
      const checked = checkLine(line, field, reading, (value, column, context) =>
        columns.read(String(value), column, context),
      );
      if (checked.problem !== undefined) return { ...checked, path: joined(index, checked.path) };
      read.push(checked.line);
    }
    return { value: read.length > 0 ? read : null };
  },
  show: (value, field, showing) =>
    (value as readonly RowValue[]).map((line) => shownLine(line, field, showing, columns)).join("\n"),
});

/** How the single columns of the table are checked, read and shown: the same as any list's. */
type Columns = {
  check(value: unknown, column: Field, reading: Reading): Checked;
  read(written: string, column: Field, reading: Reading): Checked;
  show(value: Value, column: Field, showing: Showing): string;
};

type Line = { readonly line: RowValue; readonly problem?: undefined } | (Checked & { readonly problem: string });

function checkLine(
  line: unknown,
  field: FieldOf<"rows">,
  reading: Reading,
  check: (value: unknown, column: Field, reading: Reading) => Checked,
): Line {
  if (typeof line !== "object" || line === null || Array.isArray(line)) return { problem: "not-rows" };
  const result: Record<string, string | number | boolean | null> = {};
  const given = new Map<string, unknown>(Object.entries(line));
  for (const key of given.keys()) if (!field.fields[key]) return { problem: "unknown-field", path: key };
  for (const [key, column] of Object.entries(field.fields)) {
    const value = given.get(key);
    if (value === undefined || value === null || value === "") {
      if (column.required) return { problem: "required", path: key };
      continue;
    }
    const checked = check(value, column, reading);
    if (checked.problem !== undefined) return { ...checked, path: joined(key, checked.path) };
    if (typeof checked.value !== "object") result[key] = checked.value;
  }
  return { line: result };
}

function shownLine(line: RowValue, field: FieldOf<"rows">, showing: Showing, columns: Columns): string {
  return Object.entries(field.fields)
    .map(([key, column]) => columns.show(line[key] ?? null, column, showing))
    .join(" | ");
}

function joined(key: string | number, rest: string | undefined): string {
  return rest === undefined ? String(key) : `${key}.${rest}`;
}
