import type { Finding } from "../rules/finding.ts";
import type { Rules } from "../rules/in-force.ts";
import { leastMeeting, meets } from "../rules/threshold.ts";
import { counted, defineCalculation } from "../schema/calculation.ts";
import { GROUPS, HOUSEHOLDS, PERSONS } from "../words/units.ts";

/** Who may ask for a residents' meeting: one of three shares is enough (V7, organic law art. 10). */
const WAYS = [
  {
    key: "adults",
    rule: "meetings.calledByAdults",
    label: { zh: "居民至少", en: "Residents at least" },
    unit: PERSONS,
  },
  {
    key: "households",
    rule: "meetings.calledByHouseholds",
    label: { zh: "或户至少", en: "Or households" },
    unit: HOUSEHOLDS,
  },
  { key: "groups", rule: "meetings.calledByGroups", label: { zh: "或居民小组至少", en: "Or groups" }, unit: GROUPS },
] as const;

/** How many may call a residents' meeting, and whether enough have asked. */
export const callMeeting = defineCalculation({
  name: "call-meeting",
  label: { zh: "要求召开居民会议", en: "Calling a residents' meeting" },
  hint: { zh: "居民、户、居民小组，任一项够即可", en: "Residents, households or groups: one of the three is enough" },
  inputs: {
    adults: {
      kind: "integer",
      label: { zh: "十八周岁以上居民", en: "Residents of 18 and more" },
      required: true,
      min: 1,
      max: 999_999,
    },
    households: { kind: "integer", label: { zh: "总户数", en: "All households" }, required: true, min: 1, max: 99_999 },
    groups: {
      kind: "integer",
      label: { zh: "居民小组总数", en: "All resident groups" },
      required: true,
      min: 1,
      max: 999,
    },
    askingAdults: { kind: "integer", label: { zh: "提出的居民", en: "Residents who ask" }, min: 0, max: 999_999 },
    askingHouseholds: { kind: "integer", label: { zh: "提出的户", en: "Households that ask" }, min: 0, max: 99_999 },
    askingGroups: { kind: "integer", label: { zh: "提出的居民小组", en: "Groups that ask" }, min: 0, max: 999 },
  },
  run: (values, rules, day) => {
    const asking = [values.askingAdults, values.askingHouseholds, values.askingGroups];
    const isAsked = asking.some((number) => typeof number === "number");
    return {
      judged: isAsked,
      results: WAYS.map(({ key, rule, label, unit }) =>
        counted(key, label, leastMeeting(Number(values[key]), rules.threshold(rule, day).value), unit),
      ),
      findings: isAsked
        ? missing(
            asking.map(Number),
            WAYS.map(({ key }) => Number(values[key])),
            rules,
            day,
          )
        : [],
    };
  },
});

function missing(asking: readonly number[], all: readonly number[], rules: Rules, day: string): readonly Finding[] {
  const isEnough = WAYS.some(({ rule }, index) => {
    const number = asking[index];
    return number !== undefined && number > 0 && meets(number, all[index] ?? 0, rules.threshold(rule, day).value);
  });
  return isEnough ? [] : [{ code: "nobody-may-call", level: "fails" }];
}
