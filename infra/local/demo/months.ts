import { monthBefore } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { OTHERS, POPULATED } from "./places.ts";
import { randomFrom } from "./random.ts";

/** How many closed months the demo has. */
const MONTHS = 3;

/** The last closed months, newest first. */
function closedMonths(today: string): string[] {
  const months = [monthBefore(today.slice(0, 7))];
  while (months.length < MONTHS) months.push(monthBefore(months.at(-1) ?? ""));
  return months;
}

const BANDS = { "0-14": 0.16, "15-59": 0.62, "60-64": 0.05, "65+": 0.17 } as const;

/** Closed months: the populated community's from its records, the others' as their committees reported them. */
export async function addMonths(director: Client, district: Client, today: string): Promise<void> {
  const random = randomFrom(41);
  const figures = OTHERS.map(() => random.between(1_900, 5_200));
  for (const month of closedMonths(today).reverse()) {
    await director.call("POST", `/api/communities/${POPULATED.code}/statistics/months/${month}/rebuild`);
    for (const [index, { code }] of OTHERS.entries()) {
      const residents = (figures[index] ?? 0) + random.between(-9, 12);
      const path = `/api/communities/${code}/statistics/months`;
      await district.call("POST", path, { period: month, indicator: "T01", cells: totals(residents) });
      await district.call("POST", path, { period: month, indicator: "T02", cells: structure(residents) });
    }
  }
}

function totals(residents: number) {
  return [
    {
      at: {},
      amounts: {
        committees: 1,
        groups: Math.ceil(residents / 170),
        households: Math.round(residents / 2.55),
        residents,
      },
    },
  ];
}

function structure(residents: number) {
  const cells = (["1", "2"] as const).flatMap((sex) =>
    Object.entries(BANDS).map(([ageBand, share]) => ({
      at: { sex, ageBand },
      amounts: { residents: Math.round(residents * share * (sex === "1" ? 0.505 : 0.495)) },
    })),
  );
  return cells;
}
