/** When a schedule is next due after a moment; both in milliseconds. */
export type Schedule = { next(after: number): number };

/** Reads `rate(…)` and `cron(…)` as EventBridge writes them; times are UTC. */
export function parseSchedule(expression: string): Schedule {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    const period = Number(rate[1]) * UNITS[rate[2] === "day" ? "day" : rate[2] === "hour" ? "hour" : "minute"];
    return { next: (after) => after + period };
  }
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) throw new Error(`The local runner does not know the schedule ${expression}.`);
  return cron(fields, expression);
}

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function cron(fields: readonly string[], expression: string): Schedule {
  const [minute = "", hour = "", day = "", month = "", weekday = "", year = ""] = fields;
  const fits = {
    minute: field(minute, 0, 59),
    hour: field(hour, 0, 23),
    day: field(day, 1, 31),
    month: field(month, 1, 12, MONTHS),
    // EventBridge counts the days of the week from Sunday = 1.
    weekday: field(weekday, 1, 7, DAYS),
    year: field(year, 1970, 2199),
  };
  return {
    next(after) {
      const at = new Date(Math.floor(after / UNITS.minute) * UNITS.minute + UNITS.minute);
      const end = after + 1500 * UNITS.day;
      while (at.getTime() < end) {
        const isDay =
          fits.year(at.getUTCFullYear()) &&
          fits.month(at.getUTCMonth() + 1) &&
          fits.day(at.getUTCDate()) &&
          fits.weekday(at.getUTCDay() + 1);
        if (!isDay) at.setTime((Math.floor(at.getTime() / UNITS.day) + 1) * UNITS.day);
        else if (!fits.hour(at.getUTCHours())) at.setTime((Math.floor(at.getTime() / UNITS.hour) + 1) * UNITS.hour);
        else if (!fits.minute(at.getUTCMinutes())) at.setTime(at.getTime() + UNITS.minute);
        else return at.getTime();
      }
      throw new Error(`The schedule ${expression} is never due.`);
    },
  };
}

function field(text: string, low: number, high: number, names: readonly string[] = []): (value: number) => boolean {
  if (text === "*" || text === "?") return () => true;
  const number = (part: string): number => {
    const value = names.includes(part) ? names.indexOf(part) + low : Number(part);
    if (!Number.isInteger(value) || value < low || value > high) throw new Error(`${text} is no part of a schedule.`);
    return value;
  };
  const allowed = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step] = part.split("/");
    const [from, to] = range === "*" ? [low, high] : range.split("-").map(number);
    const first = from ?? low;
    const end = to ?? (step === undefined ? first : high);
    for (let value = first; value <= end; value += step === undefined ? 1 : number(step) || 1) allowed.add(value);
  }
  return (value) => allowed.has(value);
}
