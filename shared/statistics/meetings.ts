import { meetingKind } from "../codes/meeting.ts";
import { birthdayAt } from "../rules/calendar.ts";
import { presenceOn, withinYearOn } from "../rules/residence.ts";
import { categoriesOf } from "../schema/categories.ts";
import type { Value, Values } from "../schema/field.ts";
import type { Counted, Statistic } from "../schema/statistic.ts";
import { PERSONS } from "../words/units.ts";

/** Meetings that are due (S8.22, S8.23): the committee's every month, the group leaders' every quarter. */
const DUE: Readonly<Record<string, number>> = { committee: 12, "group-leaders": 4 };

const PERIODS = { unit: { zh: "次", en: "times" }, about: "things" } as const;
const AT_MEETINGS = { unit: PERSONS, about: "things" } as const;

/** Meetings held and due (会议召开情况, T15; S2.4, S8.22, S8.23), and how many of the entitled came. */
export const meetings: Statistic = {
  name: "T15",
  label: { zh: "会议召开情况", en: "Meetings held and due" },
  definition: {
    zh: "近12个月已结束的会议，按种类分。应开：成立满一年的居委会，居委会会议每月一次、小组长会议每季一次。按期召开为开过会的月份或季度数，同一期开几次计一次。到会率为实到人数除以应到人数。",
    en: "Meetings closed within the last twelve months, by kind. Due, once a committee is a year old: its own meeting every month, the group leaders' every quarter. Held counts months or quarters with a meeting, however many there were. Attendance is present over entitled.",
  },
  measures: {
    meetings: { zh: "会议", en: "Meetings", unit: { zh: "次", en: "meetings" }, about: "things" },
    due: { zh: "应开", en: "Due", ...PERIODS },
    held: { zh: "按期召开", en: "Held", ...PERIODS },
    entitled: { zh: "应到", en: "Entitled", ...AT_MEETINGS },
    present: { zh: "实到", en: "Present", ...AT_MEETINGS },
  },
  ratios: {
    heldShare: { zh: "按期召开率", en: "Held of those due", part: "held", whole: "due" },
    attendance: { zh: "到会率", en: "Attendance", part: "present", whole: "entitled" },
  },
  apart: true,
  dimensions: [{ key: "kind", label: { zh: "会议种类", en: "Kind" }, categories: categoriesOf(meetingKind) }],
  registers: ["meetings", "committees"],
  count: (register, values, day) => (register === "committees" ? dueOf(values, day) : heldBy(values, day)),
  // Several meetings of one month or quarter are one that was due.
  countTogether: (facts, day) => {
    const isHeld = facts.some(({ on }) => withinYearOn(day, on).isThere);
    const [first] = facts;
    return isHeld && first ? [{ at: { kind: String(first.kind) }, amounts: { held: 1 } }] : [];
  },
};

function dueOf({ founded }: Values, day: string): Counted {
  const { isThere, changesOn } = presenceOn(day, typeof founded === "string" ? birthdayAt(founded, 1) : undefined);
  const cells = Object.entries(DUE).map(([kind, due]) => ({ at: { kind }, amounts: { due } }));
  return { cells: isThere ? cells : [], changesOn };
}

function heldBy({ kind, state, at, due, present }: Values, day: string): Counted {
  if (state !== "closed" || typeof at !== "string" || typeof kind !== "string") return { cells: [] };
  const on = at.slice(0, 10);
  const { isThere, changesOn } = withinYearOn(day, on);
  const amounts = { meetings: 1, entitled: number(due), present: number(present) };
  return {
    cells: isThere ? [{ at: { kind }, amounts }] : [],
    changesOn,
    ...(DUE[kind] && { joint: { subject: `${kind} ${periodOf(kind, on)}`, facts: { kind, on } } }),
  };
}

/** The month, or the quarter, that a meeting is of. */
function periodOf(kind: string, on: string): string {
  return DUE[kind] === 12 ? on.slice(0, 7) : `${on.slice(0, 4)} ${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}

function number(value: Value | undefined): number {
  return typeof value === "number" ? value : 0;
}
