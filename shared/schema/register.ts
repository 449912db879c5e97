import type { FieldProblem } from "../contract/refusal.ts";
import type { Calculation } from "./calculation.ts";
import type { Fields, Value, Values } from "./field.ts";
import type { Label } from "./label.ts";

/**
 * A list that staff keep (台账/名册): its columns and the rules of one record.
 * The API, the sheet, import and export, forms and both languages follow from this one value.
 */
export type Register = {
  /** Plural, kebab-case: the path, the key prefix and the console's resource. */
  readonly name: string;
  readonly label: Label;
  /** Columns whose values together name a record where another one refers to it. */
  readonly title: readonly string[];
  readonly fields: Fields;
  /** Columns that together must not repeat, beside those marked `unique`. */
  readonly uniqueTogether?: readonly (readonly string[])[];
  /** The same for records that fill all of them: where one is empty, nothing is compared. */
  readonly uniqueFilled?: readonly (readonly string[])[];
  /** How a row of a file finds the record it means; the first set of columns the row fills decides. */
  readonly match?: readonly (readonly string[])[];
  /** Columns that imports look records up by, beside those that must not repeat and those of `match`. */
  readonly foundBy?: readonly (readonly string[])[];
  /** Columns a sheet keeps in view while scrolling. */
  readonly frozen?: readonly string[];
  /** The date column by which the books' closed days take no more records (日清月结). */
  readonly period?: string;
  /** Records appear and end only by their own actions. */
  readonly byAction?: true;
  /** How many days after `from` a record may be kept (保存期限). */
  readonly retention?: { readonly from: string; readonly days: number };
  /** What the record says about itself beyond single columns: problems found, given all values. */
  readonly check?: (values: Values, today: string) => readonly FieldProblem[];
  /** Columns worked out from others when the record is saved (birth date from the identity number, …). */
  readonly derive?: (values: Values, given: ReadonlySet<string>) => Values;
  /**
   * Columns worked out by a calculation (由规则计算) with the numbers in force in the month or on the day in column `on`:
   * its questions are columns of the same names, and so are its `answers`. What fails is told at `on`.
   */
  readonly computed?: { readonly by: Calculation; readonly on: string; readonly answers: readonly string[] };
  /** Columns of referenced lists that one file row may fill, by reference path (`household.dwelling`). */
  readonly implies?: readonly string[];
  /** Values of a record that a file row implies, given the columns the row gave for it. */
  readonly implied?: (given: Values) => Values;
  /** Records take a place in order of arrival under the record `of` refers to, up to its `capacity`. */
  readonly queue?: {
    readonly of: string;
    readonly capacity: string;
    readonly party: string;
    readonly state: string;
  };
};

/** The one way to state a list; checks what the type cannot say when the file is loaded. */
export function defineRegister(register: Register): Register {
  for (const key of [
    ...register.title,
    ...(register.uniqueTogether ?? []).flat(),
    ...(register.uniqueFilled ?? []).flat(),
    ...(register.match ?? []).flat(),
    ...(register.foundBy ?? []).flat(),
    ...(register.computed ? [register.computed.on, ...register.computed.answers] : []),
  ]) {
    if (!register.fields[key]) throw new Error(`${register.name}: no column ${key}`);
  }
  return register;
}

/** Sets of columns that must not repeat within one community. */
export function uniqueSets(register: Register): readonly (readonly string[])[] {
  const known = sets.get(register);
  if (known) return known;
  const single = Object.entries(register.fields).filter(([, field]) => field.unique);
  const filled = register.uniqueFilled ?? [];
  for (const set of filled) whole.add(set);
  const found = [...single.map(([key]) => [key]), ...(register.uniqueTogether ?? []), ...filled];
  sets.set(register, found);
  return found;
}
/** Asked for every record written. */
const sets = new WeakMap<Register, readonly (readonly string[])[]>();

/** Whether a set of columns is compared only where all of them are filled. */
export const isWhole = (set: readonly string[]): boolean => whole.has(set);
const whole = new WeakSet<readonly string[]>();

/** Sets of columns that several records may share and are looked up by, also by the first of them alone. */
export function lookupSets(register: Register): readonly (readonly string[])[] {
  const known = lookups.get(register);
  if (known) return known;
  const unique = new Set(uniqueSets(register).map((set) => set.join("+")));
  const asked = [...(register.match ?? []), ...(register.foundBy ?? [])];
  const found = asked.filter((set) => !unique.has(set.join("+")));
  lookups.set(register, found);
  return found;
}
const lookups = new WeakMap<Register, readonly (readonly string[])[]>();

/** The words by which other lists show a record. */
export function titleOf(register: Register, values: Values): string {
  return register.title
    .map((key) => values[key])
    .filter((value): value is Exclude<Value, null> => value !== null && value !== undefined && value !== "")
    .map(String)
    .join(" ");
}
