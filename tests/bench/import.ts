import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { runChangedJobs } from "../../functions/jobs/stream.ts";
import { writeCsvText } from "../../shared/files/write-file.ts";
import { COMMUNITY, openTestApi } from "../support/api.ts";
import { people, plainRows } from "../support/workbooks.ts";
import type { Bench } from "./bench-types.ts";
import { type Database, engineElsewhere, engineHere } from "./engines.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";
import { grouped, printTable } from "./table.ts";

type Written = { readonly TableName: string | undefined; readonly Item: Record<string, unknown> };

const places = [
  { name: "engine in this process, in memory", open: engineHere, inMemory: true },
  { name: "engine in another process, in a file", open: engineElsewhere, inMemory: false },
];

/** An import of residents beside the same items put by bare transactions of a hundred, on the same kind of engine. */
export const benchImport: Bench = async ({ quick }) => {
  const residents = quick ? 500 : 10_000;
  const rows: string[][] = [];
  for (const { name, open, inMemory } of places) {
    for (const round of [1, 2]) {
      const folder = await mkdtemp(join(tmpdir(), "linli-bench-"));
      const file = (part: string) => (inMemory ? ":memory:" : join(folder, part));
      const imported = await importResidents(residents, await open(file("import")));
      const bare = await bareWrites(imported.items, await open(file("bare")));
      await rm(folder, { recursive: true, force: true });
      rows.push([
        `${name}, round ${round}`,
        imported.previewSeconds.toFixed(1),
        imported.seconds.toFixed(1),
        grouped(residents / imported.seconds),
        grouped(imported.items.length / imported.seconds),
        grouped(imported.items.length / bare),
        (bare / imported.seconds).toFixed(2),
      ]);
    }
  }
  const headings = ["preview s", "commit s", "rows/s", "items/s", "bare items/s", "share"];
  printTable([`${grouped(residents)} residents`, ...headings], rows);
  console.log("items: records, histories, unique guards, references; of residents, households, dwellings, groups.");
};

async function importResidents(count: number, database: Database) {
  const linli = await openTestApi(PLAIN_ENGINE);
  const { documents } = database;
  // Everything that has the deps looks the database up in them when it is called.
  Object.assign(linli.deps, { documents });
  const clerk = await linli.as(["clerk"]);
  const [headings = [], ...rows] = plainRows(people(count));
  const columns = headings.map((header) => ({ header, type: "text" as const, width: 10 }));
  const csv = new TextEncoder().encode(writeCsvText({ columns, rows }));
  const imports = "/registers/residents/imports";
  const begun = performance.now();
  const { body } = await clerk("POST", imports, csv, { "content-type": "application/octet-stream" });
  const previewed = performance.now();
  const items: Written[] = [];
  documents.middlewareStack.add(
    (next) => (args) => {
      items.push(...putsOf(args.input));
      return next(args);
    },
    { step: "initialize" },
  );
  await clerk("POST", `${imports}/${body.id}/commit`);
  const change = { dynamodb: { Keys: { pk: { S: `J#${COMMUNITY}` }, sk: { S: body.id } } } };
  let seconds = 0;
  for (let state = "queued"; state !== "done"; ) {
    const started = performance.now();
    await runChangedJobs(linli.deps, { Records: [change] });
    seconds += (performance.now() - started) / 1000;
    const { body: job } = await clerk("GET", `${imports}/${body.id}`);
    // The route of imports answers what the type of all answers does not list.
    const { done, ...now } = job as unknown as { state: string; done: number };
    state = now.state;
    if (state === "failed" || (state === "done" && done !== count)) throw new Error(`${state} with ${done} rows`);
  }
  await database.close();
  await linli.engine.close();
  return { previewSeconds: (previewed - begun) / 1000, seconds, items };
}

function putsOf(input: object): Written[] {
  if (!("TransactItems" in input)) return [];
  const { TransactItems = [] } = input as TransactWriteCommandInput;
  return TransactItems.flatMap(({ Put }) => (Put?.Item ? [{ TableName: Put.TableName, Item: Put.Item }] : []));
}

/** Seconds for the same items without any thought: no checks, no conditions, full transactions one after another. */
async function bareWrites(items: readonly Written[], { documents, close }: Database): Promise<number> {
  const started = performance.now();
  for (let start = 0; start < items.length; start += 100) {
    const TransactItems = items.slice(start, start + 100).map((Put) => ({ Put }));
    await documents.send(new TransactWriteCommand({ TransactItems }));
  }
  const seconds = (performance.now() - started) / 1000;
  await close();
  return seconds;
}
