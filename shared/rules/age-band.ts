import { ageOn, birthdayAt } from "./calendar.ts";

/** First years of age of some bands (年龄段), from 0 on, and the band they begin. */
export type Bands<B extends string = string> = readonly (readonly [from: number, band: B])[];

/** Of residents; 60 and over is the sum of the last two. */
const RESIDENTS = [
  [0, "0-14"],
  [15, "15-59"],
  [60, "60-64"],
  [65, "65+"],
] as const;

export type AgeBand = (typeof RESIDENTS)[number][1];

/** The age band of somebody born on `birth`, on a day not before it. */
export function ageBandOn(birth: string, day: string): AgeBand {
  return bandOn(RESIDENTS, birth, day) ?? "0-14";
}

/** The band of these that somebody is in on a day. */
export function bandOn<B extends string>(bands: Bands<B>, birth: string, day: string): B | undefined {
  const age = ageOn(birth, day);
  return bands.findLast(([from]) => from <= age)?.[1];
}

/** The birthday after `day` on which the next band begins; none once in the last one. */
export function nextAgeBandOn(birth: string, day: string): string | undefined {
  return RESIDENTS.map(([from]) => birthdayAt(birth, from)).find((birthday) => birthday > day);
}
