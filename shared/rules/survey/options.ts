import type { Label } from "../../schema/label.ts";
import { cleanText } from "../clean-text.ts";

/** One choice: `value` is what is kept, the words that were first written for it. */
export type Option = { readonly value: string; readonly label: Label };

/** What parts choices in one cell, strongest first: a choice may contain the weaker ones. */
const SEPARATORS = [/\n/, /[|｜]/, /[;；]/, /[/／]/, /[、]/, /[,，]/];

/** The choices written in one cell, each once in order; those in English are matched by their place. */
export function readOptions(written: string, writtenEn = ""): readonly Option[] {
  const values = splitOptions(written);
  const english = splitOptions(writtenEn);
  return values.map((value, index) => ({ value, label: { zh: value, en: english[index] ?? value } }));
}

/** The parts of a cell: by lines, else by `|`, `；`, `/`, `、` or `，`, whichever comes first in this order. */
export function splitOptions(written: string): readonly string[] {
  const text = cleanText(written);
  const separator = SEPARATORS.find((one) => one.test(text));
  const parts = separator ? text.split(separator) : [text];
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}

/** A range such as `0-10` or `1～5`; undefined of any other text. */
export function readRange(written: string): { readonly min: number; readonly max: number } | undefined {
  const match = /^\s*(-?\d{1,9})\s*(?:-|–|—|~|～|至|到|to)\s*(-?\d{1,9})\s*$/.exec(written.normalize("NFKC"));
  if (!match) return undefined;
  const [min, max] = [Number(match[1]), Number(match[2])];
  return min < max ? { min, max } : undefined;
}
