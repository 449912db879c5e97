import { ageOn } from "../rules/calendar.ts";
import { residenceOn } from "../rules/residence.ts";
import { type Coverage, type Row, textOf } from "../schema/coverage.ts";

const ADULT = 18;

/**
 * Residents who took part (居民参与率, S2.5, T14): adults who came to an event this year or are volunteers, recognised by
 * name and phone together. Nobody who stayed away is listed.
 */
export const participation: Coverage = {
  name: "participation",
  label: { zh: "居民参与", en: "Residents taking part" },
  definition: {
    zh: "18 周岁及以上居民中，本年到场参加过活动或是在册志愿者的人（按姓名和电话认定）。",
    en: "Residents of 18 and over who came to an event this year or are volunteers, recognised by name and phone.",
  },
  reads: ["residents", "events", "sign-ups", "volunteers"],
  of: (lists, today) => {
    const year = today.slice(0, 4);
    const held = new Set(
      lists("events")
        .filter((row) => textOf(row, "gather").startsWith(year))
        .map(({ id }) => id),
    );
    const came = lists("sign-ups").filter((row) => textOf(row, "state") === "came" && held.has(textOf(row, "event")));
    const helping = lists("volunteers").filter((row) => textOf(row, "left") === "");
    const active = new Set([...came, ...helping].map(personOf));
    const adults = lists("residents").filter(
      ({ values }) =>
        residenceOn(today, values).isThere && typeof values.birth === "string" && ageOn(values.birth, today) >= ADULT,
    );
    const covered = adults.filter((row) => textOf(row, "phone") !== "" && active.has(personOf(row))).length;
    return { total: adults.length, covered, gaps: [] };
  },
};

const personOf = (row: Row) => `${textOf(row, "name")} ${textOf(row, "phone")}`;
