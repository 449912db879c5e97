import type { Field, FieldKind, Value } from "./field.ts";
import type { Checked, FieldOf, Kind, Reading, Showing } from "./kind.ts";
import { boolean, code, codes } from "./kinds/choice.ts";
import { date, dateTime, month, time } from "./kinds/date.ts";
import { identityNumber } from "./kinds/identity.ts";
import { decimal, integer, money } from "./kinds/number.ts";
import { reference, references } from "./kinds/reference.ts";
import { rowsKind } from "./kinds/rows.ts";
import { divisionCode, longText, phone, text } from "./kinds/text.ts";

/** All kinds of column. A new one fails to compile here until it can be checked, read and shown. */
const KINDS: { readonly [K in FieldKind]: () => Kind<FieldOf<K>> } = {
  text: () => text,
  longText: () => longText,
  integer: () => integer,
  decimal: () => decimal,
  money: () => money,
  date: () => date,
  time: () => time,
  dateTime: () => dateTime,
  month: () => month,
  boolean: () => boolean,
  code: () => code,
  codes: () => codes,
  phone: () => phone,
  identityNumber: () => identityNumber,
  divisionCode: () => divisionCode,
  reference: () => reference,
  references: () => references,
  rows: () => rowsKind({ check: checkValue, read: readValue, show: showValue }),
};

function kindOf(field: Field): Kind {
  // The table pairs each kind with its own field type; TypeScript cannot follow that through a lookup.
  return KINDS[field.kind]() as unknown as Kind;
}

/** Checks a value as programs send it; null stands for an empty cell. */
export function checkValue(value: unknown, field: Field, reading: Reading): Checked {
  if (value === null || value === undefined || value === "") return { value: null };
  return kindOf(field).check(value, field, reading);
}

/** Reads a text as people type, paste or import it. */
export function readValue(written: string, field: Field, reading: Reading): Checked {
  return written.trim() === "" ? { value: null } : kindOf(field).read(written, field, reading);
}

/** The text a cell shows, copies and exports. */
export function showValue(value: Value | undefined, field: Field, showing: Showing): string {
  return value === null || value === undefined ? "" : kindOf(field).show(value, field, showing);
}
