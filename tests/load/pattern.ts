import { EVERY_MS, IDLE_MS } from "../../admin/app/while-active.ts";

/** A district as it is in the cities this is made for. */
export const DISTRICT = { communities: 46, residents: 8_000, staff: 8 } as const;
/** Of a community's staff, cashier and accountant sit at the books, whose pages ask for nothing by themselves. */
export const BOOKKEEPERS = 2;

/** Working days of a month, and hours of one. */
export const WORK = { days: 22, hours: 8 } as const;

/**
 * How a staff member sits at a list on a working day (工作方式): ten short look-ups of three minutes while somebody
 * stands at the counter or is on the phone, and two sittings of twenty minutes to type something in. The rest of the
 * day is visits, meetings, paper and telephone.
 */
export const AT_THE_SHEET = { times: 12, minutes: 70 } as const;

/** How often a day one person's console asks for changes: while they are there, and until it takes them to be gone. */
export const pollsPerDay =
  (AT_THE_SHEET.minutes * 60_000 + AT_THE_SHEET.times * IDLE_MS) / EVERY_MS + AT_THE_SHEET.times;

export type Habit = {
  /** A name of `ACTIONS`. */
  readonly action: string;
  /** So many times on each working day, by each of the staff, by each of them who is at lists, and so on. */
  readonly per: "person" | "clerk" | "community" | "district";
  readonly times: number;
  readonly why: string;
  /** How many months stays what it leaves, where rules of retention end it. */
  readonly keptMonths?: number;
};

const habit = (
  action: string,
  per: Habit["per"],
  times: number,
  why: string,
  kept: Pick<Habit, "keptMonths"> = {},
): Habit => ({ action, per, times, why, ...kept });

/** What a district does on one working day (工作日). */
export const HABITS: readonly Habit[] = [
  habit("sign in", "person", 1, "once in the morning; a session lasts the day"),
  habit("load the console anew", "person", 1 / WORK.days, "scripts change with a release, and are kept between"),
  habit("open the console", "person", 2, "in the morning and after lunch, scripts still there"),
  habit("look at today's work", "person", 12, "at each opening, and each minute for some minutes"),
  habit("open the residents", "clerk", 1, "the whole list once a day; afterwards only what changed is asked for"),
  habit(
    "open another list",
    "clerk",
    3,
    "cases, events, tasks: short lists, of which what they refer to is there already",
  ),
  habit("ask for changes", "clerk", pollsPerDay, "every 15 seconds while somebody is at a list"),
  habit("change a cell", "clerk", 12, "about a hundred corrections in a community and day"),
  habit("add a resident", "community", 4, "moving in, births: a tenth of the residents in a year"),
  habit("paste ten cells", "community", 6, "a column filled in from a paper list"),
  habit("look at a history", "community", 5, "who changed this"),
  habit("show a sealed number", "community", 5, "a certificate or an application needs it"),
  habit("settle a case", "community", 3, "a visitor's matter keyed in, taken up and answered"),
  habit("voucher through approval", "community", 1, "some twenty vouchers a month"),
  habit("look at the vouchers", "community", 4, "cashier and accountant"),
  habit("look at the balance", "community", 4, "cashier and director"),
  habit("publish a notice", "community", 0.4, "two a week, through the director"),
  habit("import ten rows", "community", 0.3, "a roster that came from above, a few times a month"),
  habit("export the residents", "community", 0.2, "once a week; other files are made in the browser"),
  habit("opinion by form", "community", 1, "a QR code at the gate"),
  habit("sign up by form", "community", 4, "two events a month with forty guests; deleted after them", {
    keptMonths: 2,
  }),
  habit("answer a survey", "community", 10, "a survey a month that two hundred answer"),
  habit("read the board", "community", 40, "residents' telephones"),
  habit("kiosk in the hall", "community", (9 * 60) / 5, "one screen, nine hours, asking again every five minutes"),
  habit("district reads figures", "district", 20, "a program of the bureau, with a new token each time"),
];

/** How often an action is done on a working day. */
export function timesPerDay({ per, times }: Habit, { communities, staff }: { communities: number; staff: number }) {
  const doers = {
    person: communities * staff,
    clerk: communities * Math.max(0, staff - BOOKKEEPERS),
    community: communities,
    district: communities > 0 ? 1 : 0,
  };
  return times * doers[per];
}
