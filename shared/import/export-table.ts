import type { Cell } from "../files/cell.ts";
import type { FileColumn } from "../files/write-file.ts";
import type { Field, Value } from "../schema/field.ts";
import type { Showing } from "../schema/kind.ts";
import type { Language } from "../schema/label.ts";
import type { Register } from "../schema/register.ts";
import { showValue } from "../schema/value.ts";

/** A column of an exported list: the heading a clerk knows, and what it shows. */
export type ExportColumn = FileColumn & { readonly key: string; readonly field?: Field };

/** A record as it may leave: sealed values are masks already, restricted columns absent. */
export type Exported = { readonly id: string; readonly values: Readonly<Record<string, Value>> };

/**
 * The columns of an export (导出): the record's id first, by which an import finds it again, then what the reader may
 * see, under the headings of one language.
 */
export function exportColumns(
  register: Register,
  sees: (restricted: string) => boolean,
  language: Language,
): readonly ExportColumn[] {
  const columns = Object.entries(register.fields)
    .filter(([, field]) => !field.restricted || sees(field.restricted))
    .map(([key, field]) => ({
      key,
      field,
      header: field.label[language],
      type: fileType(field),
      width: Math.max(8, Math.round((field.width ?? 110) / 7)),
    }));
  return [{ key: "id", header: "id", type: "text", width: 28 }, ...columns];
}

/** One record as cells: codes as words, references by their titles, numbers as numbers. */
export function exportCells(columns: readonly ExportColumn[], record: Exported, showing: Showing): Cell[] {
  return columns.map(({ key, field, type }) => {
    if (!field) return record.id;
    const value = record.values[key];
    if (value === undefined || value === null) return null;
    // A mask is text, whatever its column holds.
    if (field.sealed) return String(value);
    if (type === "number" && typeof value === "number") return field.kind === "money" ? value / 100 : value;
    return showValue(value, field, showing);
  });
}

function fileType(field: Field): FileColumn["type"] {
  if (field.kind === "date") return "day";
  return field.kind === "integer" || field.kind === "decimal" || field.kind === "money" ? "number" : "text";
}
