import type { Values } from "./field.ts";
import type { Label, Language } from "./label.ts";

/** A record as a check reads it. */
export type Row = { readonly id: string; readonly values: Values };

/** The rows of a list, by its name. */
export type Lists = (register: string) => readonly Row[];

/** A number that the committee works with today, or on another day, by its parameter; null where it is left open. */
export type Numbers = (parameter: string, day?: string) => number | null;

/** Something that is missing: what, why, and the record to mend it at. What has a name of its own is a text. */
export type Gap = {
  readonly title: string | Label;
  readonly why: Label;
  readonly register?: string;
  readonly id?: string;
  /** Since when, or until when, it should have been there. */
  readonly due?: string;
};

/** How much there is of what there should be, and what is missing one by one. */
export type Covered = { readonly total: number; readonly covered: number; readonly gaps: readonly Gap[] };

/**
 * Whether everything is there that should be (核对): every building with its responsible person, every item of a set, every
 * visit that is due. Worked out of the lists as they stand; whoever may not read them all does not see it.
 */
export type Coverage = {
  readonly name: string;
  readonly label: Label;
  /** What is counted, in words. */
  readonly definition: Label;
  readonly reads: readonly string[];
  /** Needs the right to a restricted column of this name. */
  readonly restricted?: string;
  readonly of: (lists: Lists, today: string, numbers: Numbers) => Covered;
};

/** All of `whole` but what is missing. */
export function coveredBut(total: number, gaps: readonly Gap[]): Covered {
  return { total, covered: total - gaps.length, gaps };
}

/** What is missing, in words. */
export const gapTitle = ({ title }: Pick<Gap, "title">, language: Language): string =>
  typeof title === "string" ? title : title[language];

/** A column as text; empty where nothing is there. */
export function textOf({ values }: Row, key: string): string {
  const value = values[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Rows by the text of a column, the last one of each. */
export function byColumn(rows: readonly Row[], key: string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [textOf(row, key), row]));
}

/** Whether something dated holds on a day: begun, and not ended. */
export function isCurrent(row: Row, today: string, from = "from", until = "until"): boolean {
  const [start, end] = [textOf(row, from), textOf(row, until)];
  return (start === "" || start <= today) && (end === "" || end > today);
}
