import type { Label } from "../schema/label.ts";

/** Units of numbers that rules use. */
export const PERSONS: Label = { zh: "人", en: "persons" };
export const HOUSEHOLDS: Label = { zh: "户", en: "households" };
export const DAYS: Label = { zh: "天", en: "days" };
export const TIMES: Label = { zh: "次", en: "times" };
export const WORKING_DAYS: Label = { zh: "个工作日", en: "working days" };
export const YEARS: Label = { zh: "年", en: "years" };
export const YEARS_OF_AGE: Label = { zh: "周岁", en: "years of age" };
export const GROUPS: Label = { zh: "个小组", en: "groups" };
