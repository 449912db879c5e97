import { buildChecks, fiveServices } from "../codes/committee.ts";
import type { CodeList } from "../schema/codes.ts";
import { type Coverage, coveredBut, type Gap, isCurrent, type Row, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** Every household had each of the five services this year (五到户, S4.6): as the visits of the year show. */
export const servicesGiven: Coverage = {
  name: "five-services",
  label: { zh: "五到户", en: "Five services to every household" },
  definition: {
    zh: "在住户中，本年走访记录里五项服务都已到户的。",
    en: "Households living here to which this year's visits brought all five services.",
  },
  reads: ["households", "visits"],
  of: (lists, today) => {
    const year = today.slice(0, 4);
    const given = new Map<string, Set<string>>();
    for (const row of lists("visits")) {
      if (!textOf(row, "on").startsWith(year)) continue;
      const had = given.get(textOf(row, "household")) ?? new Set();
      for (const service of codesOf(row, "services")) had.add(service);
      given.set(textOf(row, "household"), had);
    }
    const here = lists("households").filter((row) => isCurrent(row, today, "arrived", "left"));
    const gaps = here.flatMap((row) => missing(row, fiveServices, given.get(row.id) ?? new Set()));
    return coveredBut(here.length, gaps);
  },
};

/** What was unified when relocated households built (四统一分, S4.3), household by household. */
export const buildingChecks: Coverage = {
  name: "build-checks",
  label: { zh: "移民建房四统一分", en: "Building checks of relocated households" },
  definition: { zh: "五项都已落实的移民户。", en: "Relocated households whose building met all five points." },
  reads: ["households"],
  of: (lists) => {
    const moved = lists("households").filter((row) => !["", "none"].includes(textOf(row, "relocation")));
    const gaps = moved.flatMap((row) => missing(row, buildChecks, new Set(codesOf(row, "builtChecks"))));
    return coveredBut(moved.length, gaps);
  },
};

function missing(row: Row, codes: CodeList, had: ReadonlySet<string>): Gap[] {
  const lacking = Object.entries(codes.codes).filter(([code]) => !had.has(code));
  if (lacking.length === 0) return [];
  const words = (language: keyof Label) =>
    lacking.map(([, word]) => word[language]).join(language === "zh" ? "、" : ", ");
  const why = { zh: `缺：${words("zh")}`, en: `Missing: ${words("en")}` };
  return [{ title: textOf(row, "no"), why, register: "households", id: row.id }];
}

function codesOf({ values }: Row, key: string): readonly string[] {
  const value = values[key];
  return Array.isArray(value) ? value.map(String) : [];
}
