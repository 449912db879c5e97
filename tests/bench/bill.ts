import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ACTIONS } from "../load/actions.ts";
import { AT_THE_SHEET, BOOKKEEPERS, DISTRICT, HABITS, pollsPerDay, timesPerDay, WORK } from "../load/pattern.ts";
import { settle } from "../load/scene.ts";
import type { Scene } from "../load/site.ts";
import { type Ask, openWire } from "../load/wire.ts";
import { startLinli } from "../support/linli.ts";
import type { Bench } from "./bench-types.ts";
import {
  type Amounts,
  added,
  type Done,
  type Kept,
  monthOf,
  NOTHING,
  priced,
  type Quantity,
  scaled,
  total,
} from "./bill/arithmetic.ts";
import { PRICES, REGION } from "./bill/prices.ts";
import { type Usage, usageOf, usual } from "./bill/usage.ts";
import { grouped, printTable, reached } from "./table.ts";

const GOALS = { inUse: 10, unused: 1, empty: 0.005 } as const;
/** In the middle of the first year: half a year's work, and its logs, of which CloudWatch keeps about a seventh. */
const KEPT: Kept = { dataMonths: 6, logMonths: 6, logCompression: 0.15 };
/** The days on which the clock wakes functions. */
const DAYS = 30;
/** Containers that begin anew on a working day, and what a beginning takes at the most. */
const COLD = { timesADay: 60, each: { ...NOTHING, gigabyteSeconds: 0.8 } } as const;

type Measured = {
  readonly actions: ReadonlyMap<string, Amounts>;
  /** What the clock's call takes with one community, and with none. */
  readonly day: Amounts;
  readonly emptyDay: Amounts;
  readonly standingBytes: number;
};

/** What a district costs a month (每月费用), from what everything takes that is done in it. */
export const benchBill: Bench = async ({ quick }) => {
  const residents = quick ? 300 : DISTRICT.residents;
  const measured = await measureAll(residents);
  const { communities } = DISTRICT;
  const standing = measured.standingBytes * communities * (DISTRICT.residents / residents);
  const days = (count: number): Done => ({
    name: "the day turns",
    timesAMonth: DAYS,
    each: added([measured.emptyDay, scaled(minus(measured.day, measured.emptyDay), count)]),
  });
  const done: Done[] = [
    ...HABITS.map((habit) => ({
      name: habit.action,
      timesAMonth: timesPerDay(habit, DISTRICT) * WORK.days,
      each: measured.actions.get(habit.action) ?? NOTHING,
      keptMonths: habit.keptMonths,
    })),
    days(communities),
    { name: "containers begin", timesAMonth: COLD.timesADay * WORK.days, each: COLD.each },
  ];
  printActions(done);
  const inUse = monthOf(done, standing, KEPT);
  const unused = monthOf([days(communities)], inUse.storedBytes, KEPT);
  const empty = monthOf([days(0)], 0, KEPT);
  console.log("");
  printTable(
    ["a month", "quantity", "USD in use", "USD unused", "USD empty"],
    [
      ...(Object.keys(PRICES) as Quantity[]).map((name) => [
        `${name} (${PRICES[name].unit}${PRICES[name].isRead ? "" : ", unread"})`,
        grouped(inUse[name]),
        ...[inUse, unused, empty].map((amounts) => dollars(priced(amounts, PRICES)[name])),
      ]),
      ["all", "", ...[inUse, unused, empty].map((amounts) => dollars(costOf(amounts)))],
      ["goal", "", dollars(GOALS.inUse), dollars(GOALS.unused), "0"],
      [
        "",
        "",
        reached(costOf(inUse), GOALS.inUse),
        reached(costOf(unused), GOALS.unused),
        reached(costOf(empty), GOALS.empty),
      ],
    ],
  );
  console.log(
    `\n${communities} communities with ${grouped(DISTRICT.residents)} residents and ${DISTRICT.staff} staff each, ` +
      `${WORK.days} working days, ${AT_THE_SHEET.minutes} minutes a day of ${DISTRICT.staff - BOOKKEEPERS} of them at a list ` +
      `(${pollsPerDay.toFixed(0)} questions for changes); prices of ${REGION}, without free tiers. ` +
      `Data: ${gigabytes(standing)} of lists at the start, ${gigabytes(inUse.storedBytes)} in the middle of the first year.`,
  );
  const poll = measured.actions.get("ask for changes") ?? NOTHING;
  const hour = scaled(poll, (3_600 / 15) * (DISTRICT.staff - BOOKKEEPERS) * communities * WORK.days);
  const year = monthOf(done, standing, { ...KEPT, dataMonths: 12 }).storedBytes;
  const aYear = costOf({ ...NOTHING, storedBytes: 2 * (year - inUse.storedBytes) });
  console.log(`What a year's work leaves costs ${dollars(aYear)} USD more each month, in use or not.`);
  console.log(`Each further hour a day of all who are at lists costs ${dollars(costOf(hour))} USD a month.`);
};

async function measureAll(residents: number): Promise<Measured> {
  const dataDir = await mkdtemp(join(tmpdir(), "linli-bill-"));
  const linli = await startLinli({ dataDir });
  const wire = openWire(linli.url);
  try {
    const usage = usageOf(linli);
    const invite = async (wanted: { area: string; name: string }) => {
      const { path } = (await linli.invoke("auth", { invite: wanted })) as { path: string };
      return { url: linli.url + path };
    };
    const turn = () =>
      usage.measure(async () => {
        await linli.invoke("counts", {});
        await linli.invoke("jobs", {});
      });
    // A function's first call loads it, and the key is made at its first use.
    await turn();
    const emptyDay = await turn();
    const before = await usage.standing();
    const scene = await settle({
      baseUrl: linli.url,
      invite,
      communities: 1,
      residentsOf: () => residents,
      log: () => {},
    });
    const standingBytes = (await usage.standing()) - before;
    await turn();
    const day = await turn();
    return { actions: await measureActions(usage, wire.ask, scene), day, emptyDay, standingBytes };
  } finally {
    wire.close();
    await linli.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Each action once to warm up, and then a few times. */
async function measureActions(usage: Usage, ask: Ask, scene: Scene): Promise<Map<string, Amounts>> {
  const [site] = scene.sites;
  if (!site) throw new Error("There is no community.");
  const measured = new Map<string, Amounts>();
  for (const { action: name } of HABITS) {
    const action = ACTIONS[name];
    if (!action) throw new Error(`There is no action ${name}.`);
    const times: Amounts[] = [];
    for (let time = 0; time < 6; time += 1) {
      const amounts = await usage.measure((count) => {
        const counted: Ask = async (...question) => {
          const reply = await ask(...question);
          count(reply.wire);
          return reply;
        };
        return action(counted, site, scene);
      });
      if (time > 0) times.push(amounts);
    }
    measured.set(name, usual(times));
  }
  return measured;
}

/** Dearest first. */
function printActions(done: readonly Done[]): void {
  const rows = done
    .map((one) => ({ ...one, cost: costOf(withoutKeeping(scaled(one.each, one.timesAMonth))) }))
    .sort((a, b) => b.cost - a.cost)
    .map(({ name, timesAMonth, each, cost }) => [
      name,
      grouped(timesAMonth),
      each.httpRequests.toFixed(1),
      each.readUnits.toFixed(1),
      each.writeUnits.toFixed(1),
      (1000 * each.gigabyteSeconds).toFixed(0),
      grouped(each.sentBytes),
      grouped(each.loggedBytes),
      grouped(each.storedBytes),
      dollars(cost),
    ]);
  printTable(
    [
      "one time of",
      "a month",
      "requests",
      "R",
      "W",
      "GB-ms",
      "bytes out",
      "log",
      "kept",
      "USD a month, without keeping",
    ],
    rows,
  );
}

const costOf = (amounts: Amounts): number => total(priced(amounts, PRICES));
const withoutKeeping = (amounts: Amounts): Amounts => ({ ...amounts, storedBytes: 0, keptLogBytes: 0 });
const minus = (a: Amounts, b: Amounts): Amounts => added([a, scaled(b, -1)]);
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;
const dollars = (usd: number): string => usd.toFixed(2);
