import type { Label } from "../schema/label.ts";
import type { Holidays, Parameter, ParameterValue, Preset, Threshold } from "../schema/parameter.ts";
import { PARAMETERS } from "../schema/parameters.ts";
import { type Decision, type InForce, presetValue } from "./preset-value.ts";

export type { Decision, InForce } from "./preset-value.ts";

/** A committee's own value from a day on; `null` inside `value` leaves it open, without `value` the preset holds again. */
export type OwnValue = {
  readonly id: string;
  /** When it was entered, in milliseconds: of two of one day the later holds. */
  readonly at: number;
  readonly parameter: string;
  readonly value?: ParameterValue;
  readonly from: string;
  readonly decision: Decision;
};

/** The preset a committee works by, from a day on. */
export type PresetChoice = Omit<OwnValue, "parameter" | "value"> & { readonly preset: Preset };

/** The rules of one committee: any number on any day. Asking for a number that is not of the kind is a fault. */
export type Rules = {
  at(name: string, day: string): InForce;
  /** Of kinds number, money and rate. */
  number(name: string, day: string): InForce<number | null>;
  threshold(name: string, day: string): InForce<Threshold>;
  flag(name: string, day: string): InForce<boolean>;
  /** The list of a year; undefined where none is known. */
  holidays(year: number): InForce<Holidays> | undefined;
  preset(day: string): PresetChoice | undefined;
};

/** The one parameter that holds a list for each year. */
const HOLIDAYS = "calendar.holidays";

/** What a community starts with. */
export const FIRST_PRESET: Preset = "law2026";

/** Brings presets, the committee's choice among them and its own values together (规则). */
export function rulesOf(own: readonly OwnValue[] = [], choices: readonly PresetChoice[] = []): Rules {
  // A year has one list, whenever it was entered.
  const holidays = (year: number): InForce<Holidays> | undefined => {
    const parameter = PARAMETERS.get(HOLIDAYS);
    if (!parameter) throw new Error(`No parameter ${HOLIDAYS}`);
    const isOfYear = (value: ParameterValue | undefined) => isHolidays(value) && value.year === year;
    const entered = latest(own.filter((one) => one.parameter === HOLIDAYS && isOfYear(one.value)));
    const ofPreset = presetValue(parameter, FIRST_PRESET, `${year}-12-31`);
    const found = entered?.value ? ownInForce(parameter, entered, entered.value, ofPreset) : ofPreset;
    return isOfYear(found.value) ? only<Holidays>(found, isHolidays) : undefined;
  };
  const at = (name: string, day: string): InForce => {
    const parameter = PARAMETERS.get(name);
    if (!parameter) throw new Error(`No parameter ${name}`);
    if (parameter.kind === "holidays")
      return holidays(Number(day.slice(0, 4))) ?? presetValue(parameter, FIRST_PRESET, day);
    const preset = latest(choices, day)?.preset ?? FIRST_PRESET;
    const ofPreset = presetValue(parameter, preset, day);
    const entered = own.filter((one) => one.parameter === name);
    const chosen = latest(entered, day);
    return chosen?.value === undefined ? ofPreset : ownInForce(parameter, chosen, chosen.value, ofPreset);
  };
  const rules: Rules = {
    at,
    number: (name, day) => only(at(name, day), (value) => value === null || typeof value === "number"),
    threshold: (name, day) => only(at(name, day), isThreshold),
    flag: (name, day) => only(at(name, day), (value) => typeof value === "boolean"),
    holidays,
    preset: (day) => latest(choices, day),
  };
  return rules;
}

/** Own values are as certain as the limits they had to keep to. */
function ownInForce(parameter: Parameter, own: OwnValue, value: ParameterValue, preset: InForce): InForce {
  const { text, day } = own.decision;
  const source: Label = { zh: `本居委会决定（${day}）：${text}`, en: `The committee's decision of ${day}: ${text}` };
  return {
    parameter: parameter.name,
    value,
    from: own.from,
    source,
    checked: parameter.limits?.checked ?? true,
    origin: "own",
    decision: own.decision,
    ...(parameter.limits?.checked === false ? preset.firm && { firm: preset.firm } : { firm: { value, source } }),
  };
}

/** The last entry that has begun by a day; of several of one first day, the one entered last. */
function latest<T extends { readonly at: number; readonly from: string }>(
  entries: readonly T[],
  day?: string,
): T | undefined {
  return entries
    .filter(({ from }) => day === undefined || from <= day)
    .reduce<T | undefined>(
      (best, entry) =>
        !best || entry.from > best.from || (entry.from === best.from && entry.at >= best.at) ? entry : best,
      undefined,
    );
}

function only<V extends ParameterValue>(found: InForce, is: (value: ParameterValue) => boolean): InForce<V> {
  if (!is(found.value)) throw new Error(`${found.parameter} is of another kind`);
  // `is` has just told the value's kind, and a parameter's values are all of one kind.
  return found as InForce<V>;
}

function isThreshold(value: ParameterValue): value is Threshold {
  return typeof value === "object" && value !== null && "den" in value;
}

function isHolidays(value: ParameterValue | undefined): value is Holidays {
  return typeof value === "object" && value !== null && "off" in value;
}
