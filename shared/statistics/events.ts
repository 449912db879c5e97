import { channel, eventKind } from "../codes/event.ts";
import { withinYearOn } from "../rules/residence.ts";
import { categoriesOf } from "../schema/categories.ts";
import type { Statistic } from "../schema/statistic.ts";
import { PERSONS } from "../words/units.ts";

/** States of a sign-up that hold a place or held one, and the others (报名结果). */
const OUTCOMES = {
  ok: { zh: "已报名", en: "Has a place" },
  waiting: { zh: "候补", en: "Waiting" },
  came: { zh: "到场", en: "Came" },
  absent: { zh: "未到", en: "Absent" },
} as const;

/** Community events and who signed up (社区活动与报名, T12; S1.4, S2.5). Sign-ups stay counted when their time is over. */
export const events: Statistic = {
  name: "T12",
  label: { zh: "社区活动与报名", en: "Community events and sign-ups" },
  definition: {
    zh: "近12个月举办、未取消的活动，按类型分；近12个月的报名人数（含同行，不含已取消），按渠道和结果分。到场率为到场人数占到场与未到人数之和的比例。报名记录到期删除后仍计入当年数字。少于5人的不显示。",
    en: "Events of the last twelve months that were not cancelled, by kind. Persons signed up within the last twelve months, with those they bring and without cancelled ones, by channel and outcome. The share that came is of all who came or were absent. Sign-ups stay counted after they have been deleted at the end of their time. Fewer than 5 persons are hidden.",
  },
  measures: {
    events: { zh: "活动", en: "Events", unit: { zh: "次", en: "events" }, about: "things", by: ["kind"] },
    signUps: { zh: "报名人数", en: "Persons signed up", unit: PERSONS, about: "people", by: ["channel", "outcome"] },
  },
  ratios: {
    cameShare: {
      zh: "到场率",
      en: "Share that came",
      part: { measure: "signUps", at: ["outcome", "came"] },
      whole: ["came", "absent"].map((outcome) => ({ measure: "signUps", at: ["outcome", outcome] as const })),
    },
  },
  apart: true,
  dimensions: [
    { key: "kind", label: { zh: "活动类型", en: "Kind" }, categories: categoriesOf(eventKind) },
    { key: "channel", label: { zh: "报名渠道", en: "Channel" }, categories: categoriesOf(channel) },
    { key: "outcome", label: { zh: "报名结果", en: "Outcome" }, categories: OUTCOMES },
  ],
  registers: ["events", "sign-ups"],
  outlives: ["sign-ups"],
  count: (register, values, day) => {
    if (register === "events") {
      const { isThere, changesOn } = withinYearOn(day, values.gather);
      if (values.status === "cancelled") return { cells: [] };
      return { cells: isThere ? [{ at: { kind: String(values.kind) }, amounts: { events: 1 } }] : [], changesOn };
    }
    if (!Object.hasOwn(OUTCOMES, String(values.state))) return { cells: [] };
    const { isThere, changesOn } = withinYearOn(day, values.at);
    const persons = typeof values.partySize === "number" ? values.partySize : 1;
    const at = { channel: String(values.channel), outcome: String(values.state) };
    return { cells: isThere ? [{ at, amounts: { signUps: persons } }] : [], changesOn };
  },
};
