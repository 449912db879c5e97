import { periodKind } from "../codes/rules.ts";
import { type Deadline, daysAfter, daysBefore, restDaysOf, workingDaysAfter } from "../rules/deadline.ts";
import type { Rules } from "../rules/in-force.ts";
import { dayResult, defineCalculation } from "../schema/calculation.ts";

/** The last day of a period (C5). */
export const deadline = defineCalculation({
  name: "deadline",
  label: { zh: "期限计算", en: "Deadline from a day" },
  hint: {
    zh: "起始日不算；最后一日 24 点截止；逢休息日顺延",
    en: "The starting day is not counted; the last day ends at midnight",
  },
  inputs: {
    from: { kind: "date", label: { zh: "起始日", en: "From" }, required: true },
    days: { kind: "integer", label: { zh: "天数", en: "Days" }, required: true, min: 0, max: 3660, initial: 5 },
    period: { kind: "code", label: { zh: "算法", en: "Running" }, required: true, codes: periodKind, initial: "after" },
  },
  run: (values, rules, day) => {
    const found = deadlineOf(String(values.period), String(values.from), Number(values.days), rules, day);
    return {
      results: [
        dayResult("day", { zh: "最后一日（24 点止）", en: "Last day, to midnight" }, found.day),
        ...(found.movedFrom
          ? [dayResult("movedFrom", { zh: "本应止于（休息日）", en: "Would have ended on" }, found.movedFrom)]
          : []),
      ],
      findings:
        found.noListFor === undefined
          ? []
          : [
              {
                code: "no-holiday-list",
                level: "warns",
                params: { year: found.noListFor },
                parameter: "calendar.holidays",
              },
            ],
    };
  },
});

function deadlineOf(period: string, from: string, days: number, rules: Rules, day: string): Deadline {
  if (period === "before") return daysBefore(from, days);
  const rest = restDaysOf(rules, day);
  return period === "working" ? workingDaysAfter(from, days, rest) : daysAfter(from, days, rest);
}
