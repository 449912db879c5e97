import type { Values } from "../schema/field.ts";
import { isWhole, type Register, uniqueSets } from "../schema/register.ts";

/** Under which keys a row looks for an earlier row about the same record, and under which later rows find it. */
export type RowKeys = { readonly looksFor: readonly string[]; readonly leaves: readonly string[] };

/**
 * By what two rows of one file are about the same record: unique columns, or the columns a record is found by.
 * A row that fills the surer columns (the identity number) repeats a less sure one (name and birth date) only where
 * that one leaves them empty: two people may share a name and a day.
 */
export function rowKeys(register: Register, values: Values, recordId: string | undefined): RowKeys {
  const unique = uniqueSets(register)
    .filter((set) => fills(register, set, values))
    .map((set) => keyText(set, values));
  if (recordId !== undefined) {
    const keys = [`#${recordId}`, ...unique];
    return { looksFor: keys, leaves: keys };
  }
  const looksFor = [...unique];
  const leaves = [...unique];
  let hasSurer = false;
  for (const set of register.match ?? []) {
    if (!fills(register, set, values)) continue;
    const key = keyText(set, values);
    looksFor.push(`alone ${key}`, ...(hasSurer ? [] : [`surer ${key}`]));
    leaves.push(`${hasSurer ? "surer" : "alone"} ${key}`);
    hasSurer = true;
  }
  return { looksFor, leaves };
}

/** Whether a row says enough to find a record by these columns; parts that records may lack it may lack too. */
export function fills(register: Register, set: readonly string[], values: Values): boolean {
  const isFilled = (key: string) => values[key] !== undefined && values[key] !== null;
  if (isWhole(set)) return set.every(isFilled);
  return set.some(isFilled) && set.every((key) => isFilled(key) || (set.length > 1 && !register.fields[key]?.required));
}

function keyText(set: readonly string[], values: Values): string {
  return JSON.stringify(set.map((key) => [key, values[key] ?? null]));
}
