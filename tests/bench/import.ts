import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { writeCsvText } from "../../shared/files/write-file.ts";
import { openTestApi } from "../support/api.ts";
import { openTestEngine } from "../support/engine.ts";
import { openJobsPump } from "../support/pump-jobs.ts";
import { createTables } from "../support/tables.ts";
import { people, plainRows } from "../support/workbooks.ts";
import type { Bench } from "./bench.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";
import { grouped, printTable } from "./table.ts";

type Item = Record<string, unknown>;
type Written = { readonly TableName: string | undefined; readonly Item: Item };

/** An import of residents beside the same items put by bare transactions of a hundred, on the same kind of engine. */
export const benchImport: Bench = async ({ quick }) => {
  const residents = quick ? 500 : 10_000;
  const rows: string[][] = [];
  for (const place of ["in memory", "in a file"]) {
    for (const round of [1, 2]) {
      const folder = await mkdtemp(join(tmpdir(), "linli-bench-"));
      const file = (name: string) => (place === "in memory" ? ":memory:" : join(folder, name));
      const imported = await importResidents(residents, file("import"));
      const bare = await bareWrites(imported.items, file("bare"));
      await rm(folder, { recursive: true, force: true });
      const perSecond = imported.items.length / imported.seconds;
      rows.push([
        `${place}, round ${round}`,
        imported.previewSeconds.toFixed(1),
        imported.seconds.toFixed(1),
        grouped(imported.items.length),
        grouped(residents / imported.seconds),
        grouped(perSecond),
        grouped(imported.items.length / bare),
        (perSecond / (imported.items.length / bare)).toFixed(2),
      ]);
    }
  }
  const headings = ["preview s", "commit s", "items", "rows/s", "items/s", "bare items/s", "share"];
  printTable([`${grouped(residents)} residents`, ...headings], rows);
  console.log(
    "items: records, histories, unique guards and references of residents, households, dwellings and groups.",
  );
};

async function importResidents(count: number, file: string) {
  const linli = await openTestApi({ ...PLAIN_ENGINE, file });
  const pump = await openJobsPump(linli, linli.deps);
  const clerk = await linli.as(["clerk"]);
  const [headings = [], ...rows] = plainRows(people(count));
  const columns = headings.map((header) => ({ header, type: "text" as const, width: 10 }));
  const csv = new TextEncoder().encode(writeCsvText({ columns, rows }));
  const imports = "/registers/residents/imports";
  const begun = performance.now();
  const { body } = await clerk("POST", imports, csv, { "content-type": "application/octet-stream" });
  const previewed = performance.now();
  const items: Written[] = [];
  linli.documents.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === "TransactWriteItemsCommand")
        items.push(...putsOf(args.input as TransactWriteCommandInput));
      return next(args);
    },
    { step: "initialize" },
  );
  await clerk("POST", `${imports}/${body.id}/commit`);
  let seconds = 0;
  for (let state = "queued"; state !== "done"; ) {
    const started = performance.now();
    await pump.step();
    seconds += (performance.now() - started) / 1000;
    const { body: job } = await clerk("GET", `${imports}/${body.id}`);
    // The route of imports answers what the type of all answers does not list.
    const { done, ...now } = job as unknown as { state: string; done: number };
    state = now.state;
    if (state === "failed" || (state === "done" && done !== count)) throw new Error(`${state} with ${done} rows`);
  }
  await linli.engine.close();
  return { previewSeconds: (previewed - begun) / 1000, seconds, items };
}

const putsOf = ({ TransactItems = [] }: TransactWriteCommandInput): Written[] =>
  TransactItems.flatMap(({ Put }) => (Put?.Item ? [{ TableName: Put.TableName, Item: Put.Item }] : []));

/** Seconds for the same items without any thought: no checks, no conditions, full transactions one after another. */
async function bareWrites(items: readonly Written[], file: string): Promise<number> {
  const { engine, client, documents } = openTestEngine({ ...PLAIN_ENGINE, file });
  await createTables(client);
  const started = performance.now();
  for (let start = 0; start < items.length; start += 100) {
    const TransactItems = items.slice(start, start + 100).map((Put) => ({ Put }));
    await documents.send(new TransactWriteCommand({ TransactItems }));
  }
  const seconds = (performance.now() - started) / 1000;
  await engine.close();
  return seconds;
}
