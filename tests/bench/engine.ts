import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEngine } from "../../infra/local/dynamodb/engine.ts";
import { key, TABLE, text } from "../infra/dynamodb/plain-things.ts";
import type { Bench } from "./bench-types.ts";
import { openFloor } from "./engine-floor.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";
import { grouped, printTable, times } from "./table.ts";

/** Requests under way at once; those of one moment share a commit, in the engine and in its floor. */
const IN_FLIGHT = 16;
const PAGE = 25;
/** A record of about 650 bytes, as a resident is. */
const FILL = "邻里".repeat(100);

type Work = { readonly name: string; engine(n: number): Promise<unknown>; floor(from: number, count: number): void };
type Figures = { readonly perSecond: number; readonly cpu: number };

/**
 * The embedded database against bare SQLite that keeps the same rows (item, stream record) with the same durability:
 * what the protocol's checks, expressions and strictness cost.
 */
export const benchEngine: Bench = async ({ quick }) => {
  const folder = await mkdtemp(join(tmpdir(), "linli-bench-"));
  const opened = performance.now();
  const engine = openEngine({ file: join(folder, "engine.sqlite"), ...PLAIN_ENGINE });
  const opening = performance.now() - opened;
  await engine.send("CreateTable", { ...TABLE, GlobalSecondaryIndexes: undefined, AttributeDefinitions: KEYS });
  const bare = performance.now();
  const floor = openFloor(join(folder, "floor.sqlite"));
  console.log(`opened in ${opening.toFixed(1)} ms, bare SQLite in ${(performance.now() - bare).toFixed(1)} ms\n`);

  const send = (operation: string, input: object) => engine.send(operation, { TableName: "Things", ...input });
  const item = (pk: string, n: number) => ({ ...key(sk(n), pk), fill: text(FILL), n: text(String(n)) });
  const partition = (n: number) => `p${Math.floor(n / 200)}`;
  const put = (pk: string, n: number) => ({ Put: { TableName: "Things", Item: item(pk, n) } });
  const each = (count: number, run: (n: number) => void) => (from: number) => {
    for (let n = from; n < from + count; n++) run(n);
  };
  const works: Work[] = [
    {
      name: "put",
      engine: (n) => send("PutItem", { Item: item(partition(n), n) }),
      floor: (from, count) =>
        floor.write(
          each(count, (n) => floor.put(partition(n), sk(n), item(partition(n), n))),
          from,
        ),
    },
    {
      name: "get",
      engine: (n) => send("GetItem", { Key: key(sk(n), partition(n)), ConsistentRead: true }),
      floor: (from, count) =>
        floor.read(
          each(count, (n) => floor.get(partition(n), sk(n))),
          from,
        ),
    },
    {
      name: `query of ${PAGE}`,
      engine: (n) =>
        send("Query", {
          KeyConditionExpression: "pk = :p",
          ExpressionAttributeValues: { ":p": text(partition(n)) },
          Limit: PAGE,
          ConsistentRead: true,
        }),
      floor: (from, count) =>
        floor.read(
          each(count, (n) => floor.query(partition(n), PAGE)),
          from,
        ),
    },
    {
      name: "transact 2 items",
      engine: (n) => engine.send("TransactWriteItems", { TransactItems: [put("a", n), put("b", n)] }),
      floor: (from, count) =>
        floor.write(
          each(count, (n) => {
            floor.put("a", sk(n), item("a", n));
            floor.put("b", sk(n), item("b", n));
          }),
          from,
        ),
    },
  ];
  const total = quick ? 320 : 8_000;
  const rows: string[][] = [];
  for (const { name, engine: ask, floor: touch } of works) {
    const ours = await measure(total, (from) =>
      Promise.all(Array.from({ length: IN_FLIGHT }, (_, at) => ask(from + at))),
    );
    const least = await measure(total, async (from) => touch(from, IN_FLIGHT));
    rows.push([
      name,
      ...[ours, least].flatMap(({ perSecond, cpu }) => [grouped(perSecond), cpu.toFixed(0)]),
      times(least.perSecond / ours.perSecond),
      times(ours.cpu / least.cpu),
    ]);
  }
  printTable(["", "engine/s", "CPU µs", "SQLite/s", "CPU µs", "x time", "x CPU"], rows);
  console.log(`${IN_FLIGHT} in flight share a commit that is on the disk; one item is about ${FILL.length * 3} bytes.`);
  await engine.close();
  floor.close();
  await rm(folder, { recursive: true, force: true });
};

const KEYS = TABLE.AttributeDefinitions.filter(({ AttributeName }) => AttributeName === "pk" || AttributeName === "sk");

const sk = (n: number) => `s${String(n).padStart(6, "0")}`;

/** Does it so many times after a short start, and tells how many a second and how much CPU time for each. */
async function measure(total: number, batch: (from: number) => Promise<unknown>): Promise<Figures> {
  for (let n = 0; n < total / 10; n += IN_FLIGHT) await batch(n);
  const [cpuBefore, started] = [process.cpuUsage(), performance.now()];
  for (let n = 0; n < total; n += IN_FLIGHT) await batch(n);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: total / seconds, cpu: (user + system) / total };
}
