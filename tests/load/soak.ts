import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { grouped, printTable } from "../bench/table.ts";
import { statisticsLag } from "./lag.ts";
import { type Measured, measuring, slope, spread } from "./measures.ts";
import { DISTRICT } from "./pattern.ts";
import { type Instance, startInstance } from "./process.ts";
import { workAtPace } from "./rounds.ts";
import { settle } from "./scene.ts";
import { openWire } from "./wire.ts";

const COMMUNITIES = 100;
/** The first community is large; the pace is what this is about, so that the others need not be. */
const RESIDENTS = { first: 3_000, other: 30 } as const;
const COMPARED_MINUTES = 5;

type Minute = { readonly memory: number; readonly database: number; readonly lag: number; readonly cpu: number };

/**
 * So many minutes at the pace of 100 communities in their working hours, against Linli in a process of its own. Answers
 * whether everything came as expected.
 */
export async function soakLoad(minutes: number, communities = COMMUNITIES): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "linli-load-"));
  console.log(`Data in ${folder}, output in ${folder}.log`);
  const instance = await startInstance(folder);
  const wire = openWire(instance.baseUrl);
  try {
    console.log(`${communities} communities move in`);
    const residentsOf = (place: number) => (place === 0 ? RESIDENTS.first : RESIDENTS.other);
    const { baseUrl, invite } = instance;
    // One more, in which nobody works: there the district's figures are timed.
    const scene = await settle({ baseUrl, invite, communities: communities + 1, residentsOf, log: console.log });
    const quiet = scene.sites.at(-1);
    if (!quiet) throw new Error("There is no community.");
    const measured = measuring(Date.now);
    const started = Date.now();
    const goesOn = () => Date.now() - started < minutes * 60_000 && !instance.ended();
    const working = workAtPace({
      scene: { ...scene, sites: scene.sites.slice(0, -1) },
      ask: wire.ask,
      measured,
      staff: DISTRICT.staff,
      goesOn,
    });
    const seen: Minute[] = [];
    for (let minute = 0; minute < minutes && !instance.ended(); minute += 1) {
      const lag = await statisticsLag(wire.ask, quiet, scene).catch((error: unknown) => {
        measured.fault("district's figure follows", error);
        return Number.NaN;
      });
      await setTimeout(Math.max(0, started + (minute + 1) * 60_000 - Date.now()));
      seen.push(look(instance, lag));
      tell(minute, seen, measured);
    }
    await working;
    if (instance.ended()) measured.fault("instance", "it ended by itself");
    report(seen, measured);
    return measured.faults.length === 0;
  } finally {
    wire.close();
    await instance.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const look = (instance: Instance, lag: number): Minute => ({
  memory: instance.memory(),
  database: instance.database(),
  cpu: instance.cpu(),
  lag,
});

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

function tell(minute: number, seen: readonly Minute[], measured: Measured): void {
  const now = seen.at(-1);
  if (!now) return;
  const times = measured.within(undefined, minute, minute + 1);
  const busy = ((now.cpu - (seen.at(-2)?.cpu ?? now.cpu)) / 60) * 100;
  console.log(
    `minute ${minute + 1}: ${grouped(times.length)} requests, p50/95/99 ${spread(times)} ms, ` +
      `${measured.faults.length} unexpected, memory ${megabytes(now.memory)}, database ${megabytes(now.database)}, ` +
      `CPU ${busy.toFixed(0)} %, district's figure after ${now.lag.toFixed(0)} ms`,
  );
}

function report(seen: readonly Minute[], measured: Measured): void {
  const minutes = seen.length;
  const compared = Math.min(COMPARED_MINUTES, Math.floor(minutes / 2));
  const row = (name: string, action: string | undefined) => [
    name,
    grouped(measured.within(action, 0, minutes + 1).length),
    spread(measured.within(action, 0, compared)),
    spread(measured.within(action, minutes - compared, minutes)),
  ];
  console.log("");
  printTable(
    ["p50 / p95 / p99 in ms", "requests", `first ${compared} min`, `last ${compared} min`],
    [row("all", undefined), ...measured.actions().map((action) => row(action, action))],
  );
  const [first, last] = [seen[0], seen.at(-1)];
  if (first && last) {
    // What is loaded at the first use is not growth: the line begins after a third of the time.
    const later = seen.slice(Math.floor(minutes / 3)).map(({ memory }) => memory);
    console.log(
      `\nMemory ${megabytes(first.memory)} after the first minute, ${megabytes(last.memory)} at the end; ` +
        `${(slope(later) / 1e6).toFixed(2)} MB a minute over the last two thirds. ` +
        `Database ${megabytes(first.database)} to ${megabytes(last.database)}.`,
    );
    const lags = seen.map(({ lag }) => lag).filter((lag) => !Number.isNaN(lag));
    console.log(`District's figures follow after ${spread(lags)} ms.`);
  }
  console.log(`${measured.faults.length} unexpected answers.`);
  for (const fault of measured.faults.slice(0, 20)) console.log(`  ${fault}`);
}
