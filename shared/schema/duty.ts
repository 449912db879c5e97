import type { Values } from "./field.ts";
import type { Who } from "./flow.ts";
import type { Label } from "./label.ts";

/**
 * How often a duty comes round: for each day the books moved, each working day, each day of the calendar (`date`), week, month, quarter, half-year or year, or each
 * time so many years have passed since it was last done (`term`), a period that is named by its last day.
 */
export type Rhythm = "day" | "workday" | "date" | "week" | "month" | "quarter" | "half-year" | "year" | "term";

/** Where a duty is fulfilled: written down by whoever did it, shown by a record of a list, or seen by the books. */
export type Fulfilment = "record" | "list" | "day-close" | "month-close" | "review";

/** Part of the year in which a yearly duty falls (`05-12` to `05-12`); all of it where none is named. */
export type Season = { readonly from: string; readonly to: string };

/** Something that is to be done again and again (定期职责, D01-D20): for whom, until when, and what shows that it was. */
export type Duty = {
  /** `D01` and so on. */
  readonly name: string;
  readonly label: Label;
  readonly rhythm: Rhythm;
  readonly who: readonly Who[];
  readonly season?: Season;
  /** A parameter: after how many years a term ends. */
  readonly every?: string;
  /** Never done, the first term runs from the day on which the committee began here; else nobody is asked. */
  readonly fromStart?: true;
  /** A parameter: how many days before it is due it is shown; `duties.leadDays` where none is named. */
  readonly lead?: string;
  /** A parameter: how many days after its period ends it must be done. Left open, the duty is not asked for. */
  readonly days: string;
  /** To whom it climbs when late; `after` names a parameter of days. */
  readonly late: readonly { readonly after?: string; readonly to: readonly Who[] }[];
  /** What stands as evidence, in words. */
  readonly evidence: Label;
  readonly fulfilment: Fulfilment;
  /** Columns of the list of duties that must be filled for it. */
  readonly needs?: readonly string[];
  /** The list, and the day and kind of a record of it, by which a duty of `list` counts as done. */
  readonly shownBy?: { readonly register: string; readonly on: string; readonly when: (values: Values) => boolean };
};

/** The one way to state a duty; checks what the type cannot say when the file is loaded. */
export function defineDuty(duty: Duty): Duty {
  if (duty.fulfilment === "record" && duty.rhythm === "day") throw new Error(`${duty.name}: nobody writes this daily`);
  if ((duty.fulfilment === "list") !== (duty.shownBy !== undefined)) throw new Error(`${duty.name}: shown by what?`);
  const isTerm = duty.rhythm === "term";
  if (isTerm !== (duty.every !== undefined) || (isTerm && duty.fulfilment !== "list"))
    throw new Error(`${duty.name}: a term of how many years, since what?`);
  return duty;
}
