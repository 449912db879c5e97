import type { Finding } from "../rules/finding.ts";
import type { InForce, Rules } from "../rules/in-force.ts";
import type { Fields, Values } from "./field.ts";
import type { Label } from "./label.ts";

/** One line of an answer: what it is, its plain value for programs, and how it reads. */
export type Result = {
  readonly key: string;
  readonly label: Label;
  readonly value: number | string | boolean | null;
  readonly shown: Label;
};

/** What a calculation found, and what stands against it. */
export type Outcome = {
  readonly results: readonly Result[];
  readonly findings: readonly Finding[];
  /** Something was held against the rules: without findings it is in order. */
  readonly judged?: boolean;
};

/**
 * A calculation a clerk does with the rules (规则计算器): what is asked, and the answer by the numbers in force on a day.
 * Its questions are columns like any list's, so the console's form and the API's checks follow from them.
 */
export type Calculation = {
  readonly name: string;
  readonly label: Label;
  readonly hint: Label;
  readonly inputs: Fields;
  readonly run: (values: Values, rules: Rules, day: string) => Outcome;
  /** Answers that a list already has, given its records and the day. */
  readonly prefill?: {
    readonly register: string;
    readonly label: Label;
    readonly values: (records: readonly Values[], day: string) => Values;
  };
};

export function defineCalculation(calculation: Calculation): Calculation {
  return calculation;
}

/** An answer with every number it stands on, each with its source. */
export type Calculated = Outcome & { readonly used: readonly InForce[] };

/** Works out an answer and notes which numbers it asked for. */
export function calculate(calculation: Calculation, values: Values, rules: Rules, day: string): Calculated {
  const used = new Map<string, InForce>();
  const noted = <T extends InForce | undefined>(found: T): T => {
    if (found) used.set(found.parameter, found);
    return found;
  };
  const outcome = calculation.run(
    values,
    {
      at: (name, on) => noted(rules.at(name, on)),
      number: (name, on) => noted(rules.number(name, on)),
      threshold: (name, on) => noted(rules.threshold(name, on)),
      flag: (name, on) => noted(rules.flag(name, on)),
      holidays: (year) => noted(rules.holidays(year)),
      preset: rules.preset,
    },
    day,
  );
  return { ...outcome, used: [...used.values()] };
}

/** A number with its unit as a line of an answer. */
export function counted(key: string, label: Label, value: number, unit: Label): Result {
  return { key, label, value, shown: { zh: `${value} ${unit.zh}`, en: `${value} ${unit.en}` } };
}

/** An amount in fen as a line of an answer; null reads as told by `open`. */
export function amount(key: string, label: Label, fen: number | null, open: Label = NOTHING): Result {
  if (fen === null) return { key, label, value: null, shown: open };
  const yuan = (fen / 100).toFixed(2);
  return { key, label, value: fen, shown: { zh: `${yuan} 元`, en: `CNY ${yuan}` } };
}
/** How a number reads that the rules leave open. */
export const NOTHING: Label = { zh: "未规定", en: "not laid down" };

/** A text as a line of an answer. */
export function said(key: string, label: Label, value: string, shown: Label): Result {
  return { key, label, value, shown };
}

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"] as const;
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** A last day as a line of an answer, with its weekday; it ends at midnight. */
export function dayResult(key: string, label: Label, day: string): Result {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return said(key, label, day, { zh: `${day}（星期${WEEKDAYS[weekday]}）`, en: `${day} (${DAYS[weekday]})` });
}
