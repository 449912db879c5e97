import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { nameKey, totalsKey } from "../../functions/counts/keys.ts";
import { monthItems } from "../../functions/counts/months.ts";
import type { Meter } from "../../functions/keys/meter.ts";
import { code, openDistrict } from "../functions/statistics/district.ts";
import { TEST_TABLES } from "../support/tables.ts";
import { metered } from "./metered.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";

const MONTH = "2026-12";
const QUESTIONS = {
  "totals as of now": "T01",
  "totals by community, now": "T01?by=area",
  "by sex and age, closed month": `T02?by=sex,ageBand&period=${MONTH}`,
};

/** What a district's program pays for figures of so many communities with so many residents each. */
export async function districtUnits(communities: number, residents: number): Promise<Record<string, Meter>> {
  const district = await openDistrict({}, "2027-01-10T09:00", PLAIN_ENGINE);
  const items = Array.from({ length: communities }, (_, n) => {
    const community = code(1 + Math.floor(n / 25), 1 + (n % 25));
    return [
      { ...nameKey(community), name: `Community ${n}` },
      { ...totalsKey(community), ...figuresOf(residents) },
      ...monthItems(community, MONTH, figuresOf(residents), "counted", district.clock.now),
    ];
  }).flat();
  for (let at = 0; at < items.length; at += 25) {
    const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await district.documents.send(new BatchWriteCommand({ RequestItems: { [TEST_TABLES.counts]: puts } }));
  }
  const ask = await district.program();
  const { spent } = metered(district.documents);
  const figures: Record<string, Meter> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) {
    spent();
    const { status } = await ask(`/statistics/v1/data/${question}`);
    if (status !== 200) throw new Error(`${question}: ${status}`);
    figures[name] = spent();
  }
  await district.engine.close();
  return figures;
}

/** Every cell filled, which is as large as a community's item becomes. */
function figuresOf(residents: number): Record<string, number> {
  const cells = ["1", "2", "9"].flatMap((sex) =>
    ["0-14", "15-59", "60-64", "65+"].map((band) => [`T02.residents.${sex}.${band}`, residents / 12] as const),
  );
  return {
    "T01.committees": 1,
    "T01.groups": 20,
    "T01.households": Math.round(residents / 3),
    "T01.residents": residents,
    ...Object.fromEntries(cells),
  };
}
