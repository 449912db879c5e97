import { dayOf, isMonth } from "../../shared/rules/calendar.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Dimension, Statistic } from "../../shared/schema/statistic.ts";
import { statisticNamed } from "../../shared/schema/statistics.ts";
import { refuseQuestion } from "../../shared/words/statistics.ts";

export const FORMATS = ["json-stat", "csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

/** What somebody wants to know (查询), as far as it can be told without looking at any figure. */
export type Question = {
  readonly statistic: Statistic;
  /** A district, street or community. */
  readonly area: string;
  /** Along with the areas right below it. */
  readonly withAreasBelow: boolean;
  /** Left out where the last closed month is meant. */
  readonly period: string | undefined;
  readonly by: readonly Dimension[];
};

export type Asked = Readonly<Record<"area" | "period" | "by", string | undefined>>;

/** Reads a question; what is wrong with it is said in the words of `language`. */
export function questionOf(indicator: string, asked: Asked, home: string, now: number, language: Language): Question {
  const statistic = statisticNamed(indicator);
  if (!statistic) throw refuseQuestion("indicator", "unknown-indicator", language, "not-found");
  const area = asked.area || home;
  if (!/^[1-9]\d{5}(\d{3}){0,2}$/.test(area)) throw refuseQuestion("area", "not-an-area", language);
  const wanted = asked.by ? asked.by.split(",").map((key) => key.trim()) : [];
  const known = new Set(["area", ...statistic.dimensions.map(({ key }) => key)]);
  if (wanted.some((key) => !known.has(key)) || new Set(wanted).size < wanted.length) {
    throw refuseQuestion("by", "not-a-breakdown", language);
  }
  const by = statistic.dimensions.filter(({ key }) => wanted.includes(key));
  if (statistic.apart && by.length > 1) throw refuseQuestion("by", "one-breakdown", language);
  const period = asked.period || (by.length > 0 ? undefined : "now");
  if (period === "now" && by.length > 0) throw refuseQuestion("by", "by-needs-closed-month", language);
  if (period !== undefined && period !== "now") {
    if (!isMonth(period)) throw refuseQuestion("period", "not-a-period", language);
    if (period >= dayOf(now).slice(0, 7)) throw refuseQuestion("period", "month-not-closed", language);
  }
  return { statistic, area, withAreasBelow: wanted.includes("area"), period, by };
}
