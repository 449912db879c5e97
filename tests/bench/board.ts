import { gzipSync } from "node:zlib";
import { planPublication } from "../../functions/publications/plan-publication.ts";
import { commit } from "../../functions/records/commit.ts";
import { addDays } from "../../shared/rules/calendar.ts";
import { type Desk, drafted, NOTICE, openDesk, page, stepped } from "../functions/publications/desk.ts";
import { COMMUNITY } from "../support/api.ts";
import type { Bench } from "./bench-types.ts";
import { metered } from "./metered.ts";
import { kilobytes, printTable } from "./table.ts";

/** A busy committee: two notices and a result a week, a finance table a month. */
const YEAR = 170;
const READINGS = 60;

/**
 * What the public board weighs and costs with a year of publications behind it (公开栏), beside the first day: only what
 * is in force is read, so the past should make no difference.
 */
export const benchBoard: Bench = async ({ quick }) => {
  const desk = await openDesk();
  const meter = metered(desk.documents);
  try {
    const rows: string[][] = [];
    const inForce = 20;
    await publish(desk, inForce, 30);
    rows.push(await readings(desk, meter, `${inForce} in force, nothing before`));
    await publish(desk, quick ? 40 : YEAR, 0);
    // The day after, all of these are over.
    desk.clock.now += 86_400_000;
    rows.push(await readings(desk, meter, `${inForce} in force, a year before`));
    printTable(["board", "bytes", "gzip", "p50 ms", "p95 ms", "read units"], rows);
    await oneNotice(desk, meter);
  } finally {
    await desk.engine.close();
  }
};

async function publish(desk: Desk, count: number, days: number): Promise<void> {
  const today = new Date(desk.clock.now + 8 * 3_600_000).toISOString().slice(0, 10);
  for (let at = 0; at < count; at += 1) {
    const title = `关于第 ${at + 1} 批次居民楼道照明改造的决定`;
    const source = { text: "居民代表会议表决通过，现予公布。\n".repeat(20) };
    const made = { community: COMMUNITY, title: { zh: title, en: title }, source, madeFrom: "bench" };
    const actor = { account: "bench", name: "Bench" };
    const to = addDays(today, days);
    await commit(desk.deps, [await planPublication(desk.deps, "result", { ...made, to }, { actor, action: "create" })]);
  }
}

async function readings(desk: Desk, meter: ReturnType<typeof metered>, name: string): Promise<string[]> {
  const times: number[] = [];
  let html = "";
  meter.spent();
  for (let at = 0; at < READINGS; at += 1) {
    const started = performance.now();
    ({ html } = await page(desk, `/c/${COMMUNITY}`));
    times.push(performance.now() - started);
  }
  const { read } = meter.spent();
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const size = Buffer.byteLength(html);
  return [name, kilobytes(size), kilobytes(gzipSync(html).length), at(0.5), at(0.95), (read / READINGS).toFixed(1)];
}

/** What each step of one notice costs. */
async function oneNotice(desk: Desk, meter: ReturnType<typeof metered>): Promise<void> {
  const rows: string[][] = [];
  const cost = (step: string) => {
    const { read, write } = meter.spent();
    rows.push([step, read.toFixed(1), write.toFixed(1)]);
  };
  meter.spent();
  const { id } = await drafted(desk.clerk, { ...NOTICE, to: "2026-07-01" });
  cost("draft");
  for (const [who, step] of [
    [desk.clerk, "submit"],
    [desk.deputy, "approve"],
    [desk.clerk, "post"],
  ] as const) {
    await stepped(who, id, step);
    cost(step);
  }
  await stepped(desk.director, id, "withdraw", { reason: "Bench" });
  cost("withdraw");
  printTable(["one notice", "read units", "write units"], rows);
}
