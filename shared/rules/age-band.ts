import { ageOn, birthdayAt } from "./calendar.ts";

/** First years of age of the bands (年龄段), and the band they begin. 60 and over is the sum of the last two. */
const BANDS = [
  [0, "0-14"],
  [15, "15-59"],
  [60, "60-64"],
  [65, "65+"],
] as const;

export type AgeBand = (typeof BANDS)[number][1];

/** The age band of somebody born on `birth`, on a day not before it. */
export function ageBandOn(birth: string, day: string): AgeBand {
  const age = ageOn(birth, day);
  return BANDS.findLast(([from]) => from <= age)?.[1] ?? "0-14";
}

/** The birthday after `day` on which the next band begins; none once in the last one. */
export function nextAgeBandOn(birth: string, day: string): string | undefined {
  return BANDS.map(([from]) => birthdayAt(birth, from)).find((birthday) => birthday > day);
}
