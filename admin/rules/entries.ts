import type { Field, Fields, RowValue, Value, Values } from "../../shared/schema/field.ts";
import type { Checked } from "../../shared/schema/kind.ts";
import type { Language } from "../../shared/schema/label.ts";
import { readValue, showValue } from "../../shared/schema/value.ts";
import { fieldSentence } from "../../shared/words/problems.ts";

/** What stands in one input: a text, a tick, or the lines of a small table. */
export type Entry = string | boolean | readonly Line[];
export type Line = Readonly<Record<string, string | boolean>>;
export type Entries = Readonly<Record<string, Entry>>;

/** What was entered, read: values where all holds, sentences by question where it does not. */
export type Read = { readonly values?: Values; readonly sentences: Readonly<Record<string, string>> };

/** What stands in the inputs at first, or for values that a list already has. */
export function entriesOf(inputs: Fields, values: Values = {}): Entries {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, field]) => [key, entryOf(field, values[key] ?? field.initial ?? null)]),
  );
}

function entryOf(field: Field, value: Value): Entry {
  if (field.kind === "rows") {
    const rows = Array.isArray(value) ? (value as readonly RowValue[]) : [{}];
    return rows.map((row: RowValue) => lineOf(field.fields, row));
  }
  return cellOf(field, value);
}

export function lineOf(fields: Fields, row: RowValue = {}): Line {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, cellOf(field, row[key] ?? null)]));
}

function cellOf(field: Field, value: Value): string | boolean {
  if (field.kind === "boolean") return value === true;
  // Of a choice the code stands in the input, of everything else what people read.
  return field.kind === "code" ? String(value ?? "") : showValue(value, field, { language: "en" });
}

/** Reads all inputs. A question that must be answered and is not leaves the whole without an answer, and without blame. */
export function readEntries(inputs: Fields, entries: Entries, today: string, language: Language): Read {
  const values: Record<string, Value> = {};
  const sentences: Record<string, string> = {};
  let isComplete = true;
  for (const [key, field] of Object.entries(inputs)) {
    const read = readEntry(field, entries[key] ?? "", today);
    if (read.problem !== undefined) sentences[key] = fieldSentence(read.problem, language, read.params);
    else if (read.value === null) isComplete &&= !field.required;
    else values[key] = read.value;
  }
  return { sentences, ...(isComplete && Object.keys(sentences).length === 0 && { values }) };
}

function readEntry(field: Field, entry: Entry, today: string): Checked {
  if (typeof entry === "boolean") return { value: entry };
  if (typeof entry === "string")
    return field.kind === "code" ? { value: entry || null } : readValue(entry, field, { today });
  return field.kind === "rows" ? readLines(field.fields, entry, today) : { value: null };
}

/** Lines in which nothing is written are none. */
function readLines(fields: Fields, lines: readonly Line[], today: string): Checked {
  const rows: RowValue[] = [];
  for (const line of lines.filter((one) => Object.values(one).some((cell) => cell !== "" && cell !== false))) {
    const row: Record<string, RowValue[string]> = {};
    for (const [key, field] of Object.entries(fields)) {
      const read = readEntry(field, line[key] ?? "", today);
      if (read.problem !== undefined) return read;
      if (read.value === null && field.required) return { value: null };
      row[key] = typeof read.value === "object" ? null : read.value;
    }
    rows.push(row);
  }
  return { value: rows.length > 0 ? rows : null };
}
