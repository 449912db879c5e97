import { halfWidth } from "../written-date.ts";

export type Comparison = "=" | "!=" | ">" | ">=" | "<" | "<=";

/** One comparison of a condition: an earlier question's answer and what it must be. */
export type Term = { readonly key: string; readonly is: Comparison; readonly value: string };

/**
 * When a question is asked (显示条件): any of these alternatives, each of several terms that must all hold.
 * Written `q1 = 是`, `q2 >= 4 且 q3 != 无`, `q1 = A 或 q1 = B`; `${q1} = 'A'` and `and`, `or` are understood too.
 */
export type Condition = { readonly any: readonly (readonly Term[])[] };

/** What an answer holds: nothing, one value, or several choices. */
export type Given = string | number | readonly string[] | undefined;

/** A joining word joins only where another comparison follows: a choice may contain the word. */
const NEXT = "(?=(?:[$＄][{｛])?[A-Za-z]\\w*[}｝]?\\s*[!=<>≠≥≤！＝＜＞])";
const OR = new RegExp(`\\s*(?:或者?|\\|\\||\\bor\\b)\\s*${NEXT}`, "i");
const AND = new RegExp(`\\s*(?:并?且|&&|\\band\\b)\\s*${NEXT}`, "i");
const TERM = /^(?:\$\{)?([A-Za-z]\w*)\}?\s*(!=|<>|≠|>=|≥|<=|≤|==|=|>|<)\s*(.+)$/;
const SIGNS: Readonly<Record<string, Comparison>> = { "<>": "!=", "≠": "!=", "≥": ">=", "≤": "<=", "==": "=" };

/** The condition a text says; undefined where it says none. */
export function readCondition(written: string): Condition | undefined {
  const any: Term[][] = [];
  for (const alternative of written.trim().split(OR)) {
    const terms: Term[] = [];
    for (const part of alternative.split(AND)) {
      const term = readTerm(part);
      if (!term) return undefined;
      terms.push(term);
    }
    any.push(terms);
  }
  return { any };
}

function readTerm(part: string): Term | undefined {
  // Chinese keyboards type signs in full width; the value stays as it is written.
  const sign = part.replace(/[＝！＞＜｛｝＄]/g, halfWidth);
  const [, key = "", is = "", rest = ""] = TERM.exec(sign.trim()) ?? [];
  const value = rest.trim().replace(/^(['"“‘「])(.*)(['"”’」])$/, "$2");
  if (key === "" || value === "") return undefined;
  return { key, is: SIGNS[is] ?? (is as Comparison), value };
}

/** The questions a condition looks at. */
export function conditionKeys({ any }: Condition): readonly string[] {
  return [...new Set(any.flat().map(({ key }) => key))];
}

/**
 * Whether a condition holds for what was answered. Of several choices, `=` asks whether one of them is it. Nothing
 * answered is equal to nothing, so only `!=` holds for it.
 */
export function conditionHolds({ any }: Condition, answers: ReadonlyMap<string, Given>): boolean {
  return any.some((terms) => terms.every((term) => termHolds(term, answers.get(term.key))));
}

function termHolds({ is, value }: Term, given: Given): boolean {
  if (given === undefined) return is === "!=";
  const all = typeof given === "object" ? given : [String(given)];
  if (is === "=") return all.some((one) => isSame(one, value));
  if (is === "!=") return !all.some((one) => isSame(one, value));
  return all.some((one) => compares(one, is, value));
}

function isSame(one: string, other: string): boolean {
  return one === other || (isNumber(one) && isNumber(other) && Number(one) === Number(other));
}

/** Numbers by size, days by date; anything else is never more or less. */
function compares(one: string, is: Comparison, other: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/;
  const numbers = isNumber(one) && isNumber(other);
  if (!numbers && !(day.test(one) && day.test(other))) return false;
  const order = numbers ? Number(one) - Number(other) : one < other ? -1 : Number(one > other);
  switch (is) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    default:
      return order <= 0;
  }
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
