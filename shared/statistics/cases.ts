import { addressee, caseType, mediationOutcome } from "../codes/case.ts";
import { addDays } from "../rules/calendar.ts";
import { withinYearOn } from "../rules/residence.ts";
import { categoriesOf, UNSTATED, withUnstated } from "../schema/categories.ts";
import type { Value, Values } from "../schema/field.ts";
import type { Cell, Counted, Statistic } from "../schema/statistic.ts";
import { DAYS } from "../words/units.ts";

const CASES = { unit: { zh: "件", en: "cases" }, about: "people" } as const;

/**
 * Cases (事项办理, T10; S5.1, S6.8, S8.7, S8.9). Somebody stands behind each of them, so small counts are hidden as those
 * of persons are. What came in and what was closed are counted apart, and never tell what the other leaves open.
 */
export const cases: Statistic = {
  name: "T10",
  label: { zh: "事项办理", en: "Cases" },
  definition: {
    zh: "收到的事项为近12个月收到、未撤销的，按类型、对象和办理状态分，逾期为过了当前办理期限仍未办结。办结按近12个月办结的计：平均天数为收到至办结的天数；调解按结果分，达成率为达成协议的占已结调解的比例；满意率为评价4–5的占已评价的比例。少于5件的不显示。",
    en: "Cases received within the last twelve months and not withdrawn, by type, addressee and state; late ones are past the deadline of their present step. What was closed is of the last twelve months: mean days from receipt to closing; mediations by outcome, with those agreed as a share; ratings of 4 and 5 as a share of all rated. Fewer than 5 are hidden.",
  },
  measures: {
    cases: { zh: "收到的事项", en: "Cases received", ...CASES, by: ["type", "addressee", "state"] },
    mediations: { zh: "已结调解", en: "Mediations closed", ...CASES, by: ["outcome"] },
    rated: { zh: "已评价", en: "Rated", ...CASES, by: ["rating"] },
    timed: { zh: "已办结", en: "Closed", ...CASES, by: [] },
    days: { zh: "办理天数", en: "Days taken", unit: DAYS, about: "people", by: [], over: "timed", inner: true },
  },
  ratios: {
    lateShare: { zh: "逾期占比", en: "Share late", part: { measure: "cases", at: ["state", "late"] }, whole: "cases" },
    agreedShare: {
      zh: "调解达成率",
      en: "Mediations agreed",
      part: { measure: "mediations", at: ["outcome", "agreed"] },
      whole: "mediations",
    },
    satisfiedShare: {
      zh: "满意率",
      en: "Satisfied",
      part: { measure: "rated", at: ["rating", "satisfied"] },
      whole: "rated",
    },
    meanDays: { zh: "平均办理天数", en: "Mean days", part: "days", whole: "timed", times: 1, decimals: 0, unit: DAYS },
  },
  apart: true,
  dimensions: [
    { key: "type", label: { zh: "类型", en: "Type" }, categories: categoriesOf(caseType) },
    {
      key: "addressee",
      label: { zh: "对象", en: "Addressed to" },
      categories: { ...categoriesOf(addressee), several: { zh: "多个对象", en: "Several" }, ...UNSTATED },
    },
    {
      key: "state",
      label: { zh: "办理状态", en: "State" },
      categories: {
        open: { zh: "办理中", en: "Open" },
        late: { zh: "逾期", en: "Late" },
        closed: { zh: "已办结", en: "Closed" },
      },
    },
    { key: "outcome", label: { zh: "调解结果", en: "Outcome" }, categories: withUnstated(mediationOutcome) },
    {
      key: "rating",
      label: { zh: "满意度", en: "Satisfaction" },
      categories: {
        satisfied: { zh: "满意（4–5）", en: "Satisfied (4–5)" },
        neutral: { zh: "一般（3）", en: "Neutral (3)" },
        dissatisfied: { zh: "不满意（1–2）", en: "Dissatisfied (1–2)" },
      },
    },
  ],
  registers: ["cases"],
  count: (_, values, day) => {
    if (values.state === "cancelled") return { cells: [] };
    const [received, closed] = [receivedBy(values, day), closedBy(values, day)];
    const [changesOn] = [received.changesOn, closed.changesOn].filter((on) => on !== undefined).sort();
    return { cells: [...received.cells, ...closed.cells], changesOn };
  },
};

function receivedBy(values: Values, day: string): Counted {
  const { isThere, changesOn } = withinYearOn(day, values.received);
  if (!isThere) return { cells: [], changesOn };
  const isOpen = typeof values.closed !== "string" && values.state !== "referred";
  // On the last day of its step a case is still in time.
  const overdueOn = isOpen && typeof values.due === "string" ? addDays(values.due, 1) : undefined;
  const state = isOpen ? (overdueOn !== undefined && overdueOn <= day ? "late" : "open") : "closed";
  const at = { type: String(values.type), addressee: addressedTo(values.addressee), state };
  const [next] = [changesOn, overdueOn].filter((on) => on !== undefined && on > day).sort();
  return { cells: [{ at, amounts: { cases: 1 } }], changesOn: next };
}

function closedBy(values: Values, day: string): Counted {
  const { isThere, changesOn } = withinYearOn(day, values.closed);
  if (!isThere) return { cells: [], changesOn };
  const cells: Cell[] = [];
  if (typeof values.received === "string") {
    cells.push({ at: {}, amounts: { timed: 1, days: daysBetween(values.received, String(values.closed)) } });
  }
  if (values.type === "mediation") {
    const outcome = typeof values.outcome === "string" ? values.outcome : "unstated";
    cells.push({ at: { outcome }, amounts: { mediations: 1 } });
  }
  const rating = RATINGS[String(values.satisfied)];
  if (rating) cells.push({ at: { rating }, amounts: { rated: 1 } });
  return { cells, changesOn };
}

const RATINGS: Readonly<Record<string, string>> = {
  "1": "dissatisfied",
  "2": "dissatisfied",
  "3": "neutral",
  "4": "satisfied",
  "5": "satisfied",
};

function addressedTo(value: Value | undefined): string {
  if (!Array.isArray(value) || value.length === 0) return "unstated";
  return value.length === 1 ? String(value[0]) : "several";
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
