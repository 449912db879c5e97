import { type Coverage, coveredBut, type Row, textOf } from "../schema/coverage.ts";

/** Layers of bodies that have their seat here and may take part. */
const UNITS: ReadonlySet<string> = new Set(["unit", "company"]);
const isUnit = (row: Row) => UNITS.has(textOf(row, "layer"));

/** Units that take part in the community's life (单位参与, S2.5): in an activity that was held this year. */
export const unitsParticipating: Coverage = {
  name: "units-participating",
  label: { zh: "驻区单位参与", en: "Units taking part" },
  definition: {
    zh: "本年参加或主办过已举办活动的驻区单位和企业。",
    en: "Units and companies that took part in, or held, an activity of this year.",
  },
  reads: ["bodies", "events"],
  of: (lists, today) => {
    const held = lists("events").filter(
      (row) => textOf(row, "status") === "held" && textOf(row, "gather").startsWith(today.slice(0, 4)),
    );
    const active = new Set(
      held.flatMap((row) => [
        textOf(row, "organiser"),
        ...(Array.isArray(row.values.units) ? row.values.units.map(String) : []),
      ]),
    );
    const units = lists("bodies").filter(isUnit);
    const why = { zh: "本年没有参加活动", en: "Took part in nothing this year" };
    const gaps = units
      .filter(({ id }) => !active.has(id))
      .map((row) => ({ title: textOf(row, "name"), why, register: "bodies", id: row.id }));
    return coveredBut(units.length, gaps);
  },
};

/** Units that share what they have with residents (资源共享、共驻共建, S9.7). */
export const sharing: Coverage = {
  name: "sharing",
  label: { zh: "资源共享", en: "Units that share" },
  definition: {
    zh: "登记了向居民共享资源的驻区单位和企业。",
    en: "Units and companies that share rooms, places or the like with residents.",
  },
  reads: ["bodies"],
  of: (lists) => {
    const units = lists("bodies").filter(isUnit);
    const why = { zh: "没有共享资源", en: "Shares nothing yet" };
    const gaps = units
      .filter((row) => textOf(row, "shares") === "")
      .map((row) => ({ title: textOf(row, "name"), why, register: "bodies", id: row.id }));
    return coveredBut(units.length, gaps);
  },
};
