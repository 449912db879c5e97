import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { root } from "../../infra/build/paths.ts";
import { openTestEngine } from "../support/engine.ts";
import { createTables } from "../support/tables.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";

/** A database of its own with the three tables. */
export type Database = { readonly documents: DynamoDBDocumentClient; close(): Promise<unknown> };

/** The engine in this process: everything shares one thread. */
export async function engineHere(file: string): Promise<Database> {
  const { engine, client, documents } = openTestEngine({ ...PLAIN_ENGINE, file });
  await createTables(client);
  return { documents, close: () => engine.close() };
}

/** The engine in another process, over HTTP as the service is: whoever writes can think meanwhile. */
export async function engineElsewhere(file: string): Promise<Database> {
  const script = join(root, "infra/local/dynamodb/serve.ts");
  const child = spawn(process.execPath, [script, "--port", "0", "--file", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  const endpoint = /http:\S+?(?=,)/.exec(said)?.[0] ?? "";
  const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  await createTables(client);
  return {
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    close: async () => {
      client.destroy();
      const ended = once(child, "close");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
