import type { Field, FieldKind, Value } from "./field.ts";
import type { Language } from "./label.ts";

/** A value that holds, or the code of what is wrong with it. */
export type Checked =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly problem: string; readonly params?: Readonly<Record<string, string | number>>; readonly path?: string };

/** What reading a text needs from outside: today's date, and records by the words that show them. */
export type Reading = {
  readonly today: string;
  /** The id of the record of list `to` that `text` names, when exactly one does. */
  readonly resolve?: (to: string, text: string) => string | undefined;
};

/** What showing a value needs from outside. */
export type Showing = {
  readonly language: Language;
  /** The words that show record `id` of list `to`. */
  readonly titleOf?: (to: string, id: string) => string | undefined;
};

/** One kind of column (字段类型): how its values are checked, read from a text, and shown. */
export type Kind<F extends Field = Field> = {
  /** Checks a value as programs send it (JSON). */
  check(value: unknown, field: F, reading: Reading): Checked;
  /** Reads a text as people type, paste or import it; never empty. */
  read(text: string, field: F, reading: Reading): Checked;
  /** The text a cell shows, copies and exports. */
  show(value: NonNullable<Value>, field: F, showing: Showing): string;
};

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;
