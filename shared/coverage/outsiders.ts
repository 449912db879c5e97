import { residenceOn } from "../rules/residence.ts";
import { type Coverage, coveredBut, type Gap, type Row, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** Whose registration is elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(["floating", "person-only"]);

/**
 * Who stays here and is registered elsewhere (流动人口, S8.10, 底数清、情况明): since when, from where, and until when the
 * residence permit runs, where there is one.
 */
export const outsiders: Coverage = {
  name: "outsiders",
  label: { zh: "流动人口底数", en: "People registered elsewhere" },
  definition: {
    zh: "在住而户籍在外的居民中，来此日期、户籍地都已登记，且居住证没有过期的。",
    en: "Of those living here and registered elsewhere, who has the day of arrival and the place of registration entered, and no permit that has run out.",
  },
  reads: ["residents"],
  of: (lists, today) => {
    const there = lists("residents").filter(
      (row) => ELSEWHERE.has(textOf(row, "consistency")) && residenceOn(today, row.values).isThere,
    );
    const gaps = there.flatMap((row): Gap[] => {
      const why = unknownOf(row, today);
      return why ? [{ title: textOf(row, "name"), why, register: "residents", id: row.id }] : [];
    });
    return coveredBut(there.length, gaps);
  },
};

function unknownOf(row: Row, today: string): Label | undefined {
  if (textOf(row, "arrived") === "") return { zh: "来此日期不明", en: "Since when is not known" };
  if (textOf(row, "hukouDiv") === "" && textOf(row, "hukouAddr") === "")
    return { zh: "户籍地不明", en: "Where they are registered is not known" };
  const until = textOf(row, "permitUntil");
  return until !== "" && until < today ? { zh: "居住证已过期", en: "The permit has run out" } : undefined;
}

/** Of every rented room it is known who lives there (出租房屋, S8.10). */
export const tenants: Coverage = {
  name: "tenants",
  label: { zh: "出租房屋住户", en: "Tenants of rented rooms" },
  definition: {
    zh: "用途为出租、名册里有在住居民的房屋。",
    en: "Rooms that are rented out and in which somebody is entered as living.",
  },
  reads: ["dwellings", "households", "residents"],
  of: (lists, today) => {
    const living = new Set(
      lists("residents")
        .filter(({ values }) => residenceOn(today, values).isThere)
        .map((row) => textOf(row, "household")),
    );
    const lived = new Set(
      lists("households")
        .filter(({ id }) => living.has(id))
        .map((row) => textOf(row, "dwelling")),
    );
    const rented = lists("dwellings").filter((row) => textOf(row, "use") === "rent");
    const why = { zh: "没有登记住户", en: "Nobody is entered as living there" };
    const gaps = rented
      .filter(({ id }) => !lived.has(id))
      .map((row) => {
        const title = ["building", "unit", "room"].map((key) => textOf(row, key)).filter(Boolean);
        return { title: title.join(" "), why, register: "dwellings", id: row.id };
      });
    return coveredBut(rented.length, gaps);
  },
};
