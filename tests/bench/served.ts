import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { serve } from "@hono/node-server";
import type { Deps } from "../../functions/http/deps.ts";
import { keysFrom } from "../../functions/keys/keys.ts";
import type { Engine } from "../../infra/local/dynamodb/engine.ts";
import { engineClient } from "../../infra/local/dynamodb/request-handler.ts";
import { startRunner } from "../../infra/local/runner.ts";
import { timeId } from "../../shared/rules/time-id.ts";
import { TEST_TABLES } from "../support/tables.ts";
import { engineHere } from "./engines.ts";
import { loadJsx } from "./load-jsx.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";

loadJsx();
const { createApi } = await import("../../functions/api/app.ts");
const { accountItems } = await import("../support/api.ts");

export type Served = { readonly url: string; readonly token: string };

/** Serves the staff's API on a fresh database until the process is ended, and prints where and for whom. */
async function main([way, template = ""]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "linli-bench-"));
  if (way === "runner") {
    const linli = await startRunner({ template, dataDir: folder, functions: ["api"], engine: PLAIN_ENGINE });
    const token = await aClerk(documentsOf(linli.engine));
    tell({ url: linli.url, token });
  } else {
    const { documents } = await engineHere(join(folder, "data.sqlite"));
    const token = await aClerk(documents);
    serve({ fetch: createApi(depsFor(documents)).fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      tell({ url: `http://127.0.0.1:${port}`, token }),
    );
  }
}

const tell = (served: Served) => console.log(JSON.stringify(served));

const documentsOf = (engine: Engine) =>
  DynamoDBDocumentClient.from(engineClient(engine), { marshallOptions: { removeUndefinedValues: true } });

const depsFor = (documents: DynamoDBDocumentClient): Deps => ({
  documents,
  tables: TEST_TABLES,
  keys: keysFrom(async () => Buffer.alloc(32, 7)),
  now: () => Date.now(),
  newId: () => timeId(Date.now(), randomBytes(16)),
});

async function aClerk(documents: DynamoDBDocumentClient): Promise<string> {
  const { token, items } = accountItems(depsFor(documents), ["clerk"]);
  for (const item of items) await documents.send(new PutCommand(item));
  return token;
}

await main(process.argv.slice(2));
