import { openAffairs as affairsClass } from "../codes/publication.ts";
import { birthdayAt } from "../rules/calendar.ts";
import { PUBLIC_STATES } from "../rules/open-affairs.ts";
import { presenceOn, withinYearOn } from "../rules/residence.ts";
import { categoriesOf } from "../schema/categories.ts";
import type { Values } from "../schema/field.ts";
import type { Counted, Statistic } from "../schema/statistic.ts";

/** Periods of a year that are due (D06); what the representatives decided on is due only where they did. */
const DUE: Readonly<Record<string, number>> = { targets: 4, finance: 12, funds: 4, birth: 4 };

const PERIODS = { unit: { zh: "期", en: "periods" }, about: "things" } as const;

/** Open affairs made public and due (居务公开情况, T23, S7.5), by class. */
export const openAffairs: Statistic = {
  name: "T23",
  label: { zh: "居务公开情况", en: "Open affairs" },
  definition: {
    zh: "近12个月内结束的月份或季度，按类别分。应公开：成立满一年的居委会，财务每月一期，其他每季一期。已公开为公布过的期数，同一期公布几项计一次；按期公开为期末后规定天数内公布的期数。",
    en: "Months or quarters that ended within the last twelve months, by class. Due, once a committee is a year old: finance every month, the others every quarter. Posted counts periods of which anything was made public; in time, those within the days allowed after the period.",
  },
  measures: {
    due: { zh: "应公开", en: "Due", ...PERIODS },
    posted: { zh: "已公开", en: "Posted", ...PERIODS },
    inTime: { zh: "按期公开", en: "In time", ...PERIODS },
  },
  ratios: {
    inTimeShare: { zh: "按期公开率", en: "In time of those due", part: "inTime", whole: "due" },
  },
  apart: true,
  dimensions: [{ key: "class", label: { zh: "公开类别", en: "Class" }, categories: categoriesOf(affairsClass) }],
  registers: ["open-affairs", "committees"],
  count: (register, values, day) => (register === "committees" ? dueOf(values, day) : postedOf(values, day)),
  // Several items of one class and period are one that was due.
  countTogether: (facts, day) => {
    const posted = facts.filter(({ until }) => withinYearOn(day, until).isThere);
    const [first] = posted;
    if (!first) return [];
    const inTime = posted.some((one) => one.inTime === true) ? 1 : 0;
    return [{ at: { class: String(first.class) }, amounts: { posted: 1, inTime } }];
  },
};

function dueOf({ founded }: Values, day: string): Counted {
  const { isThere, changesOn } = presenceOn(day, typeof founded === "string" ? birthdayAt(founded, 1) : undefined);
  const cells = Object.entries(DUE).map(([affairs, due]) => ({ at: { class: affairs }, amounts: { due } }));
  return { cells: isThere ? cells : [], changesOn };
}

function postedOf({ class: affairs, period, state, until, inTime }: Values, day: string): Counted {
  if (!PUBLIC_STATES.has(state) || typeof affairs !== "string" || typeof until !== "string") return { cells: [] };
  const facts = { class: affairs, until, inTime: inTime === true };
  return {
    cells: [],
    changesOn: withinYearOn(day, until).changesOn,
    joint: { subject: `${affairs} ${String(period)}`, facts },
  };
}
