import { BatchWriteCommand, type QueryCommandOutput } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { nameKey, totalsKey } from "../../../functions/counts/keys.ts";
import { monthItems } from "../../../functions/counts/months.ts";
import { addAmounts, amountsOfCell, placeOf, STATISTICS } from "../../../shared/schema/statistics.ts";
import { TEST_TABLES } from "../../support/tables.ts";
import { code, openDistrict } from "./district.ts";

const BANDS = ["0-14", "15-59", "60-64", "65+"];

/** Figures of one community as large as they come: every cell filled. */
function figures(residents: number): Record<string, number> {
  const cells = ["1", "2", "9"].flatMap((sex) => BANDS.map((band) => [`T02.residents.${sex}.${band}`, residents / 12]));
  const totals = {
    "T01.committees": 1,
    "T01.groups": 20,
    "T01.households": Math.round(residents / 3),
    "T01.residents": residents,
  };
  return { ...totals, "T17.committees": 1, "T17.ownOffice": 1, ...Object.fromEntries(cells), ...staffFigures() };
}

/** What stands with the totals of a community. */
const totalsOf = (cells: Record<string, number>) =>
  Object.fromEntries(Object.entries(cells).filter(([cell]) => placeOf(cell) === "totals"));

/** The staff of one committee: eight persons, each different. */
function staffFigures(): Record<string, number> {
  const staff = STATISTICS.get("T05");
  const cells: Record<string, number> = {};
  for (let n = 0; n < 8; n += 1) {
    const at = Object.fromEntries(
      (staff?.dimensions ?? []).map(({ key, categories }) => {
        const all = Object.keys(categories);
        return [key, all[n % all.length] ?? ""];
      }),
    );
    const amounts = { staff: 1, staffBefore: 1, left: 1, aged: 1, ages: 30 + n };
    if (staff) addAmounts(cells, amountsOfCell(staff, { at, amounts }));
  }
  return cells;
}

/** A district of so many communities of so many residents, with a year of closed months, and what reading it costs. */
async function measured(communities: number, residents: number, months: number) {
  const district = await openDistrict({}, "2027-01-10T09:00", { throttles: { partialBatches: 0 } });
  const items: Record<string, unknown>[] = [];
  for (let n = 0; n < communities; n += 1) {
    const community = code(1 + Math.floor(n / 25), 1 + (n % 25));
    items.push(
      { ...nameKey(community), name: `Community ${n}` },
      { ...totalsKey(community), ...totalsOf(figures(residents)) },
    );
    for (let m = 1; m <= months; m += 1) {
      const month = `2026-${String(m).padStart(2, "0")}`;
      items.push(...monthItems(community, month, figures(residents), "counted", district.clock.now));
    }
  }
  for (let at = 0; at < items.length; at += 25) {
    const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await district.deps.documents.send(new BatchWriteCommand({ RequestItems: { [TEST_TABLES.counts]: puts } }));
  }
  district.clock.now += 5_000;
  const ask = await district.program();
  let units = 0;
  district.deps.documents.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const result = await next(args);
      const { TableName, CapacityUnits = 0 } = (result.output as QueryCommandOutput).ConsumedCapacity ?? {};
      if (TableName === TEST_TABLES.counts) units += CapacityUnits;
      return result;
    },
    { step: "initialize" },
  );
  return async (question: string) => {
    units = 0;
    expect((await ask(`/statistics/v1/data/${question}`)).status).toBe(200);
    return units;
  };
}

test("a year of 46 communities costs at most 25 read units, however many people live there", async () => {
  const small = await measured(46, 1_200, 12);
  const large = await measured(46, 120_000, 12);
  const questions = ["T01", "T01?period=2026-12", "T02?by=sex,ageBand&period=2026-12&area=500112"];
  for (const question of questions) {
    const [a, b] = [await small(question), await large(question)];
    expect(a).toBeLessThanOrEqual(25);
    expect(b).toBeLessThanOrEqual(a * 1.05);
  }
}, 180_000);

test("a year of the staff of 46 committees costs at most 60 read units, with all that is hidden worked out", async () => {
  const ask = await measured(46, 3_000, 12);
  expect(await ask("T05?by=origin&period=2026-12&area=500112")).toBeLessThanOrEqual(60);
  expect(await ask("T05?period=2026-12&area=500112")).toBeLessThanOrEqual(80);
}, 180_000);

test("reading totals costs a tenth of a unit for a community: little for 50, and for 5,000 a fraction of a cent", async () => {
  const fifty = await (await measured(50, 3_000, 0))("T01");
  const many = await (await measured(5_000, 3_000, 0))("T01");
  expect(fifty).toBeLessThanOrEqual(10);
  expect(many).toBeLessThanOrEqual(fifty * 110);
}, 180_000);
