import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { services } from "../../../infra/services.ts";
import type { Linli } from "../../support/linli.ts";
import { type Amounts, added, NOTHING, scaled } from "./arithmetic.ts";

/** A line that functions write; see `functions/http`. */
type Line = {
  readonly message: string;
  readonly function?: string;
  readonly ms?: number;
  readonly database?: { readonly readUnits: number; readonly writeUnits: number };
};

/** With so much memory a function has one whole processor; below, its part of one, so that it takes as much longer. */
const WHOLE_PROCESSOR_MB = 1769;
/** A line of the gateway's own log: what `web-api.ts` asks for, filled in. */
const ACCESS_LINE = JSON.stringify({
  at: "1795534377000",
  request: "AbCdEfGhIjKlMnOp",
  route: "ANY /api/{proxy+}",
  status: "200",
  ms: "12",
  bytes: "12345",
  error: "-",
}).length;
const PAYLOAD = 512 * 1024;

/** Reads off what something cost: what functions wrote to their log meanwhile, and what grew in the tables. */
export type Usage = {
  /** Does something once and answers what it took, with all that follows from it in other functions. */
  measure(work: (count: (sentBytes: number) => void) => Promise<unknown>): Promise<Amounts>;
  /** All bytes in the tables, with the hundred that DynamoDB adds to each item. */
  standing(): Promise<number>;
};

export function usageOf(linli: Linli): Usage {
  const file = join(linli.dataDir, "functions.log");
  // The file is made by the first line.
  appendFileSync(file, "");
  const standing = async () => {
    const { TableNames } = (await linli.engine.send("ListTables", {})) as { TableNames: string[] };
    let bytes = 0;
    // Sessions and tries to sign in go by themselves.
    for (const TableName of TableNames.filter((name) => !name.includes("Accounts"))) {
      const { Table } = (await linli.engine.send("DescribeTable", { TableName })) as {
        Table: { ItemCount: number; TableSizeBytes: number };
      };
      bytes += Table.TableSizeBytes + 100 * Table.ItemCount;
    }
    return bytes;
  };
  return {
    standing,
    async measure(work) {
      await settled(linli, file);
      const from = readFileSync(file).length;
      const before = await standing();
      const sent: number[] = [];
      await work((bytes) => sent.push(bytes));
      await settled(linli, file);
      const text = readFileSync(file).subarray(from).toString("utf8");
      const parts = text.split("\n").filter((line) => line !== "");
      const logged = added(parts.map(lineAmounts));
      return {
        ...logged,
        // The console's files are given out without a line.
        invocations: Math.max(logged.invocations, sent.length),
        httpRequests: sent.reduce((sum, bytes) => sum + Math.max(1, Math.ceil(bytes / PAYLOAD)), 0),
        sentBytes: sent.reduce((sum, bytes) => sum + bytes, 0),
        loggedBytes: logged.loggedBytes + sent.length * ACCESS_LINE,
        storedBytes: (await standing()) - before,
      };
    },
  };
}

function lineAmounts(text: string): Amounts {
  const { message, function: name, ms = 0, database } = JSON.parse(text) as Line;
  if (message !== "request" && message !== "event") throw new Error(`Something went wrong: ${text}`);
  const memory = services.find((service) => service.name === name)?.memory;
  if (memory === undefined) throw new Error(`There is no function ${name}.`);
  // Counted as if a function worked all the time and never waited for the database.
  const slower = Math.max(1, WHOLE_PROCESSOR_MB / memory);
  return {
    ...NOTHING,
    invocations: 1,
    gigabyteSeconds: (Math.max(1, ms) / 1000) * slower * (memory / 1024),
    readUnits: database?.readUnits ?? 0,
    writeUnits: database?.writeUnits ?? 0,
    loggedBytes: Buffer.byteLength(text),
  };
}

/** What was written has reached those who listen, and they have said so in the log. */
async function settled(linli: Linli, file: string): Promise<void> {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    await linli.settled();
    await setTimeout(150);
    now = readFileSync(file).length;
  }
}

/** The mean of several, but the least time of any: what else this machine does only makes a function slower. */
export const usual = (all: readonly Amounts[]): Amounts => ({
  ...scaled(added(all), 1 / all.length),
  gigabyteSeconds: Math.min(...all.map(({ gigabyteSeconds }) => gigabyteSeconds)),
});
