import { EVERY_MS, IDLE_MS } from "../../admin/app/while-active.ts";

/** A district as it is in the cities this is made for. */
export const DISTRICT = { communities: 46, residents: 8_000, staff: 8 } as const;

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
  /** So many times on each working day, by each staff member, in each community or in the district as a whole. */
  readonly per: "person" | "community" | "district";
  readonly times: number;
  readonly why: string;
};

const habit = (action: string, per: Habit["per"], times: number, why: string): Habit => ({ action, per, times, why });

/** What a district does on one working day (工作日). */
export const HABITS: readonly Habit[] = [
  habit("sign in", "person", 1, "once in the morning; a session lasts the day"),
  habit("load the console anew", "person", 1 / WORK.days, "scripts change with a release, and are kept between"),
  habit("open the console", "person", 2, "in the morning and after lunch, scripts still there"),
  habit("look at today's work", "person", 12, "at each opening, and each minute for some minutes"),
  habit("open the residents", "person", 1, "the whole list once a day; afterwards only what changed is asked for"),
  habit("open another list", "person", 3, "cases, events, vouchers: short lists"),
  habit("ask for changes", "person", pollsPerDay, "every 15 seconds while somebody is at a list"),
  habit("change a cell", "person", 12, "about a hundred corrections in a community and day"),
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
  habit("sign up by form", "community", 4, "two events a month with forty guests"),
  habit("answer a survey", "community", 10, "a survey a month that two hundred answer"),
  habit("read the board", "community", 40, "residents' telephones"),
  habit("kiosk in the hall", "community", (9 * 60) / 5, "one screen, nine hours, asking again every five minutes"),
  habit("district reads figures", "district", 20, "a program of the bureau, with a new token each time"),
];

/** How often an action is done on a working day. */
export function timesPerDay({ per, times }: Habit, { communities, staff }: { communities: number; staff: number }) {
  const doers = { person: communities * staff, community: communities, district: communities > 0 ? 1 : 0 };
  return times * doers[per];
}
