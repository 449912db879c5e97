import { type Cell, cellText, isBlank } from "../files/cell.ts";
import { maskIdentityNumber, normalizeIdentityNumber } from "../rules/identity-number.ts";
import { phoneFromText } from "../rules/phone.ts";
import { idleHeadings } from "../words/import.ts";
import { plainHeading } from "./heading.ts";
import type { Target } from "./target.ts";

/**
 * One column of a file and what it was taken for. `index` counts from 0; `samples` are its first filled cells, masked
 * where the column is sealed; `field` is a path (`name`, `household.no`, `household.dwelling`) or null when the column
 * is left aside; `confidence` is 1 for the list's own heading and less for a guess; `note` says why a known column is
 * left aside.
 */
export type ImportColumn = {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly field: string | null;
  readonly confidence: number;
  readonly note?: "restricted" | "by-action-only";
};

const SAMPLES = 3;
/** Rows looked at to tell what a column holds. */
const LOOKED_AT = 50;

type Guess = { readonly target: Target; readonly confidence: number };

/** Finds what each column of a file stands for, by its heading, and by what is in it where the heading is unknown. */
export function matchColumns(
  targets: readonly Target[],
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
): ImportColumn[] {
  const contents = headers.map((_, index) => filled(rows, index));
  const guesses = headers.map((header, index) => guessed(targets, header, contents[index] ?? []));
  const taken = strongest(guesses);
  return headers.map((header, index) => {
    const guess = taken.get(index);
    const base = { index, header, samples: samplesOf(contents[index] ?? [], guess?.target) };
    if (!guess) return { ...base, field: null, confidence: 0 };
    const { barred, path } = guess.target;
    return barred
      ? { ...base, field: null, confidence: guess.confidence, note: barred }
      : { ...base, field: path, confidence: guess.confidence };
  });
}

/** How sure a heading alone makes us, and of what. */
export function matchHeading(targets: readonly Target[], header: string): Guess | undefined {
  const heading = plainHeading(header);
  if (heading === "") return undefined;
  let best: Guess | undefined;
  for (const target of targets) {
    const confidence = similarity(target, heading);
    if (confidence > (best?.confidence ?? 0)) best = { target, confidence };
  }
  // A column of numbers or remarks is what its heading says, unless the list itself has a column of that name.
  const isIdle = idleHeadings.some((idle) => plainHeading(idle) === heading);
  return isIdle && best?.target.base !== "" ? undefined : best;
}

function similarity(target: Target, heading: string): number {
  let best = 0;
  for (const [index, wanted] of plainWords(target).entries()) {
    if (wanted === heading) best = Math.max(best, index < 2 ? 1 : 0.95);
    else if (contains(heading, wanted)) best = Math.max(best, 0.5 + 0.2 * (wanted.length / heading.length));
  }
  // A column of the list itself comes before the same word of a record it implies.
  return target.base === "" ? best : best * 0.99;
}

/** Every row that may be one of headings is compared with all of them. */
function plainWords(target: Target): readonly string[] {
  const known = plain.get(target) ?? target.words.map(plainHeading);
  plain.set(target, known);
  return known;
}
const plain = new WeakMap<Target, readonly string[]>();

/** `住户姓名` holds `姓名`; single characters and short English words occur by chance. */
function contains(heading: string, wanted: string): boolean {
  const isLatin = /^[a-z]/.test(wanted);
  return wanted.length >= (isLatin ? 5 : 2) && heading.length > wanted.length && heading.includes(wanted);
}

function guessed(targets: readonly Target[], header: string, content: readonly string[]): Guess | undefined {
  const byHeading = matchHeading(targets, header);
  if (byHeading?.target.path === "id" && !content.every(looksLikeRecordId)) return undefined;
  if (byHeading && byHeading.confidence >= 0.9) return byHeading;
  return byContent(targets, content) ?? byHeading;
}

/** Identity and telephone numbers are recognised whatever the heading says. */
function byContent(targets: readonly Target[], content: readonly string[]): Guess | undefined {
  if (content.length === 0) return undefined;
  const share = (holds: (text: string) => boolean) => content.filter(holds).length / content.length;
  const kind =
    share(looksLikeIdentity) > 0.6
      ? "identityNumber"
      : share((text) => /^1\d{10}$/.test(phoneFromText(text) ?? "")) > 0.6
        ? "phone"
        : undefined;
  const target = kind && targets.find(({ base, field }) => base === "" && field.kind === kind);
  return target ? { target, confidence: 0.6 } : undefined;
}

function looksLikeIdentity(text: string): boolean {
  return /^(\d{15}|\d{17}[\dX])$/.test(normalizeIdentityNumber(text));
}

function looksLikeRecordId(text: string): boolean {
  return /^[0-9a-z]{20,40}$/.test(text) && /[a-z]/.test(text);
}

/** No two columns stand for the same: the surer one does, of equals the first. */
function strongest(guesses: readonly (Guess | undefined)[]): Map<number, Guess> {
  const taken = new Map<string, number>();
  for (const [index, guess] of guesses.entries()) {
    if (!guess) continue;
    const other = taken.get(guess.target.path);
    const held = other === undefined ? undefined : guesses[other];
    if (!held || held.confidence < guess.confidence) taken.set(guess.target.path, index);
  }
  const result = new Map<number, Guess>();
  for (const index of taken.values()) {
    const guess = guesses[index];
    if (guess) result.set(index, guess);
  }
  return result;
}

function filled(rows: readonly (readonly Cell[])[], index: number): string[] {
  return rows
    .slice(0, LOOKED_AT)
    .map((row) => row[index])
    .filter((cell) => !isBlank(cell))
    .map((cell) => cellText(cell).trim());
}

function samplesOf(content: readonly string[], target: Target | undefined): string[] {
  const samples = content.slice(0, SAMPLES).map((text) => text.slice(0, 40));
  const isSealed = target?.field.sealed === true || content.some(looksLikeIdentity);
  return isSealed ? samples.map(maskIdentityNumber) : samples;
}
