import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandOutput,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test } from "vitest";
import { openEngine } from "../../../infra/local/dynamodb/engine.ts";

const SERVE = fileURLToPath(new URL("../../../infra/local/dynamodb/serve.ts", import.meta.url));
const WRITERS = 8;
const ANSWERED_BEFORE_THE_END = 150;
const PARTS = ["a", "b", "c"];

/** The code of the last start is kept, which makes the next one quicker. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "linli-engine-code") };
const launch = (...options: string[]) =>
  spawn(process.execPath, [SERVE, ...options], { env, stdio: ["ignore", "pipe", "pipe"] });

async function start(
  file: string,
): Promise<{ server: ChildProcess; client: DynamoDBClient; ended: Promise<unknown>; port: string }> {
  const server = launch("--port", "0", "--file", file);
  const ended = once(server, "exit");
  onTestFinished(() => {
    server.kill("SIGKILL");
  });
  const [greeting] = await Promise.race([once(server.stdout, "data"), once(server.stderr, "data")]);
  const endpoint = /http:\/\/\S+:\d+/.exec(String(greeting))?.[0];
  if (!endpoint) throw new Error(String(greeting));
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ region: "local", endpoint, credentials, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return { server, client, ended, port: new URL(endpoint).port };
}

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "linli-engine-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data.sqlite");
}

const createTable = (client: DynamoDBClient) =>
  client.send(
    new CreateTableCommand({
      TableName: "Things",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
    }),
  );

const item = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

async function sortKeys(client: DynamoDBClient, pk: string): Promise<Set<string>> {
  const found = new Set<string>();
  let start: QueryCommandOutput["LastEvaluatedKey"];
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: "Things",
        KeyConditionExpression: "pk = :p",
        ExpressionAttributeValues: { ":p": { S: pk } },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    for (const { sk } of page.Items ?? []) found.add(sk?.S ?? "");
    start = page.LastEvaluatedKey;
  } while (start);
  return found;
}

test("after a kill -9 every write that was answered is there, and no transaction is torn", async () => {
  const file = await temporaryFile();
  const first = await start(file);
  await createTable(first.client);
  const answered = { single: [] as string[], together: [] as string[] };

  const writer = async (name: number): Promise<void> => {
    for (let turn = 0; ; turn++) {
      const id = `${name}-${turn}`;
      const parts = PARTS.map((part) => ({ Put: { TableName: "Things", Item: item(`together-${part}`, id) } }));
      await first.client.send(new PutItemCommand({ TableName: "Things", Item: item("single", id) }));
      answered.single.push(id);
      await first.client.send(new TransactWriteItemsCommand({ TransactItems: parts }));
      answered.together.push(id);
      if (answered.together.length === ANSWERED_BEFORE_THE_END) first.server.kill("SIGKILL");
    }
  };
  const writers = await Promise.allSettled(Array.from({ length: WRITERS }, (_, name) => writer(name)));
  await first.ended;
  expect(writers.every(({ status }) => status === "rejected")).toBe(true);

  const { server, client, ended } = await start(file);
  const single = await sortKeys(client, "single");
  expect(answered.single.filter((id) => !single.has(id))).toEqual([]);
  const [a, b, c] = await Promise.all(PARTS.map((part) => sortKeys(client, `together-${part}`)));
  expect(answered.together.length).toBeGreaterThanOrEqual(ANSWERED_BEFORE_THE_END);
  expect(answered.together.filter((id) => !a?.has(id))).toEqual([]);
  expect(b).toEqual(a);
  expect(c).toEqual(a);
  server.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a file in use and a port that is taken are said clearly; SIGINT ends it cleanly and keeps the data", async () => {
  const file = await temporaryFile();
  const { server, client, ended, port } = await start(file);
  const [complaint] = await once(launch("--port", port).stderr, "data");
  expect(String(complaint)).toMatch(/is taken/);
  expect(() => openEngine({ file })).toThrow(/is in use by another process/);
  await createTable(client);
  server.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  const engine = openEngine({ file });
  expect(await engine.send("ListTables", {})).toEqual({ TableNames: ["Things"] });
  await engine.close();
});
