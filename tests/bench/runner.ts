import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { synthesized } from "../../infra/local/synthesized.ts";
import { COMMUNITY } from "../support/api.ts";
import type { Bench } from "./bench-types.ts";
import type { Served } from "./served.ts";
import { grouped, printTable, quantile, times } from "./table.ts";

const IN_FLIGHT = 16;
/** What the first, unfinished runner cost against the same apps: it answered 1,192 / 788 and 405 / 246 requests. */
const GOALS = { "no database": 1.51, database: 1.65 } as const;

type Kind = { readonly name: string; readonly goal: number; send(served: Served, agent: Agent): Promise<number> };
type Figures = { perSecond: number; p50: number; p95: number };

/**
 * The staff's API through the runner (gateway, worker thread, services behind IAM) against the same app on
 * `@hono/node-server` with the database in its own process; each in a process of its own.
 */
export const benchRunner: Bench = async ({ quick }) => {
  const template = await synthesized(["api"]);
  const ways = { plain: await start("plain"), runner: await start("runner", template) };
  const rows: string[][] = [];
  try {
    for (const kind of KINDS) {
      const best: Record<keyof typeof ways, Figures> = { plain: NONE, runner: NONE };
      // Rounds alternate, so that a busy moment of the machine does not fall on one way alone.
      for (let round = 0; round < (quick ? 1 : 3); round++) {
        for (const way of ["plain", "runner"] as const) {
          const figures = await load(kind, ways[way].served, quick ? 160 : 800);
          if (figures.perSecond > best[way].perSecond) best[way] = figures;
        }
      }
      const ratio = best.plain.perSecond / best.runner.perSecond;
      rows.push([
        kind.name,
        ...[best.plain, best.runner].flatMap(({ perSecond, p50, p95 }) => [
          grouped(perSecond),
          p50.toFixed(1),
          p95.toFixed(1),
        ]),
        times(ratio),
        `<= ${times(kind.goal)}`,
        ratio <= kind.goal ? "reached" : "MISSED",
      ]);
    }
  } finally {
    for (const { child } of Object.values(ways)) child.kill("SIGKILL");
  }
  printTable(["", "Hono/s", "p50 ms", "p95 ms", "runner/s", "p50 ms", "p95 ms", "overhead", "goal", ""], rows);
};

const NONE: Figures = { perSecond: 0, p50: 0, p95: 0 };
const me = "/api/me";
const hazards = `/api/communities/${COMMUNITY}/registers/hazards/records`;

const KINDS: readonly Kind[] = [
  {
    name: "nobody's request, no database",
    goal: GOALS["no database"],
    send: ({ url }, agent) => ask(agent, `${url}${me}`, "GET", {}, 401),
  },
  {
    name: "who am I, three reads",
    goal: GOALS.database,
    send: ({ url, token }, agent) => ask(agent, `${url}${me}`, "GET", { authorization: `Bearer ${token}` }, 200),
  },
  {
    name: "a new hazard, one transaction",
    goal: GOALS.database,
    send: ({ url, token }, agent) =>
      ask(agent, `${url}${hazards}`, "POST", { authorization: `Bearer ${token}` }, 201, {
        values: { place: "三单元楼道", kind: "fire", level: "low", what: "楼道堆放杂物" },
      }),
  },
];

async function start(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "served.ts"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await Promise.race([
    once(child.stdout.setEncoding("utf8"), "data"),
    once(child, "close").then(([code]) => Promise.reject(new Error(`${args[0]} ended with ${code}`))),
  ])) as [string];
  const served: Served = JSON.parse(said);
  return { child, served };
}

async function load(kind: Kind, served: Served, total: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const some = async (count: number, spent: number[]): Promise<void> => {
    for (let n = 0; n < count; n++) spent.push(await kind.send(served, agent));
  };
  const all = (count: number, spent: number[]) =>
    Promise.all(Array.from({ length: IN_FLIGHT }, () => some(count / IN_FLIGHT, spent)));
  await all(IN_FLIGHT * 5, []);
  const spent: number[] = [];
  const started = performance.now();
  await all(total, spent);
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: total / seconds, p50: quantile(spent, 0.5), p95: quantile(spent, 0.95) };
}

/** Milliseconds until the whole answer was there. */
function ask(
  agent: Agent,
  url: string,
  method: string,
  headers: Record<string, string>,
  expected: number,
  body?: unknown,
): Promise<number> {
  const started = performance.now();
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers: { ...headers, ...type } }, (answer) => {
      answer.resume().once("end", () => {
        if (answer.statusCode === expected) resolve(performance.now() - started);
        else reject(new Error(`${method} ${url} was answered ${answer.statusCode}`));
      });
    });
    sent.once("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
