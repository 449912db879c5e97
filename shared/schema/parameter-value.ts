import { isDay } from "../rules/calendar.ts";
import { isAsStrict } from "../rules/threshold.ts";
import type { Label, Language } from "./label.ts";
import type { Holidays, Parameter, ParameterValue, Threshold } from "./parameter.ts";

/** What is wrong with a value somebody wants a parameter to have; `warns` where only an unchecked limit stands against it. */
export type ValueProblem = {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly warns?: true;
};

/** Checks a value as programs send it (JSON) against the parameter's kind and limits. */
export function parameterProblem(parameter: Parameter, value: unknown): ValueProblem | undefined {
  if (value === null) return mayBeOpen(parameter) ? undefined : { code: "required" };
  const wrong = kindProblem(parameter, value);
  if (wrong) return { code: wrong };
  const { limits } = parameter;
  if (!limits) return undefined;
  const warns = limits.checked ? {} : { warns: true as const };
  if (typeof value === "number") {
    const show = (bound: number) => shownParameter(parameter, bound, "en");
    if (limits.min !== undefined && value < limits.min)
      return { code: "too-small", params: { min: show(limits.min) }, ...warns };
    if (limits.max !== undefined && value > limits.max)
      return { code: "too-large", params: { max: show(limits.max) }, ...warns };
  }
  if (limits.threshold && isThreshold(value) && !isAsStrict(value, limits.threshold)) {
    return { code: "less-than-law", params: { least: thresholdText(limits.threshold) }, ...warns };
  }
  return undefined;
}

/** Numbers may be left open, where a rule then asks nothing; a threshold, a yes or no, a list may not. */
export function mayBeOpen({ kind }: Parameter): boolean {
  return kind === "number" || kind === "money" || kind === "rate";
}

function kindProblem({ kind }: Parameter, value: unknown): string | undefined {
  switch (kind) {
    case "number":
    case "money":
      return isCount(value, 1_000_000_000) ? undefined : "not-integer";
    case "rate":
      return isCount(value, 1_000_000) ? undefined : "not-integer";
    case "flag":
      return typeof value === "boolean" ? undefined : "not-yes-no";
    case "threshold":
      return isThreshold(value) ? undefined : "not-a-threshold";
    case "holidays":
      return isHolidays(value) ? undefined : "not-holidays";
  }
}

function isCount(value: unknown, max: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max;
}

function isThreshold(value: unknown): value is Threshold {
  if (typeof value !== "object" || value === null) return false;
  const { kind, num, den, ...rest } = value as Partial<Threshold>;
  const whole = isCount(num, 1000) && isCount(den, 1000) && num > 0 && num <= den;
  return (kind === "more" ? whole && num < den : kind === "atLeast" && whole) && Object.keys(rest).length === 0;
}

function isHolidays(value: unknown): value is Holidays {
  if (typeof value !== "object" || value === null) return false;
  const { year, off, work, ...rest } = value as Partial<Holidays>;
  const isOfYear = (days: unknown): days is string[] =>
    Array.isArray(days) && days.every((day) => typeof day === "string" && isDay(day) && day.startsWith(`${year}-`));
  return (
    isCount(year, 2199) &&
    year >= 1990 &&
    isOfYear(off) &&
    off.length > 0 &&
    isOfYear(work) &&
    Object.keys(rest).length === 0
  );
}

/** A value as it is kept in one column: numbers plain, thresholds `>1/2` and `>=2/3`, days in order. */
export function parameterText(value: ParameterValue): string {
  if (value === null) return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return isThreshold(value) ? thresholdText(value) : `${value.off.join(" ")} / ${value.work.join(" ")}`.trim();
}

function thresholdText({ kind, num, den }: Threshold): string {
  return `${kind === "more" ? ">" : ">="}${num}/${den}`;
}

/** Reads what `parameterText` wrote; undefined when the text is none of the parameter's. */
export function parameterFromText(parameter: Parameter, text: string): ParameterValue | undefined {
  if (text === "-") return mayBeOpen(parameter) ? null : undefined;
  const value = readText(parameter, text);
  return kindProblem(parameter, value) === undefined ? value : undefined;
}

function readText({ kind }: Parameter, text: string): ParameterValue {
  if (kind === "flag") return text === "yes" ? true : text === "no" ? false : null;
  if (kind === "threshold") {
    const [, sign, num, den] = /^(>=?)(\d+)\/(\d+)$/.exec(text) ?? [];
    return { kind: sign === ">" ? "more" : "atLeast", num: Number(num), den: Number(den) };
  }
  if (kind === "holidays") {
    const [off = [], work = []] = text.split("/").map((part) => part.trim().split(" ").filter(Boolean));
    return { year: Number(off[0]?.slice(0, 4)), off, work };
  }
  return Number(text);
}

const OPEN: Label = { zh: "未规定", en: "not laid down" };
const YES: Label = { zh: "是", en: "yes" };
const NO: Label = { zh: "否", en: "no" };

/** A value in words: 超过 1/2, 5 天, 20 %, 70.00 元. */
export function shownParameter(parameter: Parameter, value: ParameterValue, language: Language): string {
  if (value === null) return OPEN[language];
  if (typeof value === "boolean") return (value ? YES : NO)[language];
  if (typeof value === "number") return shownNumber(parameter, value, language);
  if (isThreshold(value)) {
    const share = `${value.num}/${value.den}`;
    const words = value.kind === "more" ? { zh: "超过", en: "more than" } : { zh: "不少于", en: "at least" };
    return `${words[language]} ${share}`;
  }
  const { year, off } = value;
  return language === "zh" ? `${year} 年，休息 ${off.length} 天` : `${year}, ${off.length} days off`;
}

function shownNumber(parameter: Parameter, value: number, language: Language): string {
  if (parameter.kind === "money") {
    const yuan = (value / 100).toFixed(2);
    return language === "zh" ? `${yuan} 元` : `CNY ${yuan}`;
  }
  if (parameter.kind === "rate") return `${value / 100} %`;
  return parameter.kind === "number" ? `${value} ${parameter.unit[language]}` : String(value);
}
