import { addDays, birthdayAt, isDay } from "../rules/calendar.ts";
import { daysAfter, daysBefore, restDaysOf } from "../rules/deadline.ts";
import type { Rules } from "../rules/in-force.ts";
import { dayResult, defineCalculation, type Outcome } from "../schema/calculation.ts";
import type { Label } from "../schema/label.ts";

/** The last days of an election's steps, given its day (C5, S3.5, S3.8, S3.13, S3.14, S3.22). */
export const electionTimetable = defineCalculation({
  name: "election-timetable",
  label: { zh: "选举时间表", en: "Timetable of an election" },
  hint: { zh: "名单、候选人、移交各自的最后一日", en: "The last day of lists, candidates and handover" },
  inputs: { on: { kind: "date", label: { zh: "选举日", en: "Election day" }, required: true } },
  run: (values, rules) => timetable(String(values.on), rules),
});

function timetable(on: string, rules: Rules): Outcome {
  const days = (name: string) => rules.number(`elections.${name}`, on).value;
  const stage = (name: string) => rules.number(`campaign.${name}`, on).value;
  const before = (key: string, label: Label, count: number | null) =>
    count === null ? [] : [dayResult(key, label, daysBefore(on, count).day)];
  const age = days("votingAge") ?? 18;
  const [listDays, handoverDays, termYears] = [days("voterListDays"), days("handoverDays"), days("termYears")];
  const reviewDays = stage("reviewDays");
  const objectionDays = listDays === null ? null : days("objectionDays");
  const objection =
    listDays === null || objectionDays === null
      ? undefined
      : daysAfter(addDays(on, -listDays), objectionDays, restDaysOf(rules, on));
  const handover = handoverDays === null ? undefined : daysAfter(on, handoverDays, restDaysOf(rules, on));
  const noListFor = handover?.noListFor ?? objection?.noListFor;
  return {
    results: [
      dayResult(
        "bornUntil",
        { zh: `选民：最晚出生于（满 ${age} 周岁）`, en: `Voters: born by (${age} years)` },
        latestBirth(on, age),
      ),
      ...before("mobilise", { zh: "动员阶段结束", en: "Mobilising ends" }, stage("mobiliseDays")),
      ...before("voterList", { zh: "公布选民名单", en: "Publish the voter list" }, listDays),
      ...(objection
        ? [dayResult("objections", { zh: "名单申诉截止", en: "Objections to the list" }, objection.day)]
        : []),
      ...before("sendUp", { zh: "候选人报街道", en: "Send candidates to the street" }, stage("sendUpDays")),
      ...before("candidates", { zh: "公布正式候选人", en: "Publish formal candidates" }, days("candidateListDays")),
      ...(handover ? [dayResult("handover", { zh: "完成移交", en: "Hand over" }, handover.day)] : []),
      ...(reviewDays === null
        ? []
        : [dayResult("review", { zh: "检查总结结束", en: "Inspected and reported" }, addDays(on, reviewDays))]),
      ...(termYears === null
        ? []
        : [dayResult("termEnd", { zh: "任期届满", en: "The term ends" }, birthdayAt(on, termYears))]),
    ],
    findings:
      noListFor === undefined
        ? []
        : [{ code: "no-holiday-list", level: "warns", params: { year: noListFor }, parameter: "calendar.holidays" }],
  };
}

/** The last birth date of who is so old on a day: the same day of that year, or the one before 29 February. */
function latestBirth(day: string, age: number): string {
  const same = `${Number(day.slice(0, 4)) - age}${day.slice(4)}`;
  return isDay(same) ? same : same.replace(/29$/, "28");
}
