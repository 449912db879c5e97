import { crc32 } from "node:zlib";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, onTestFinished, test } from "vitest";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import type { FaultPlan } from "../../../infra/local/dynamodb/faults.ts";
import { serveEngine } from "../../../infra/local/dynamodb/server.ts";
import { CALM, openThings } from "./things.ts";

const Key = { pk: { S: "p" }, sk: { S: "1" } };

async function serving(options: Partial<EngineOptions> = CALM) {
  const { engine } = await openThings(options);
  const server = await serveEngine(engine, { port: 0 });
  onTestFinished(() => server.close());
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ region: "local", endpoint: server.url, credentials });
  onTestFinished(() => client.destroy());
  return { url: server.url, client };
}

const post = (
  url: string,
  target: string,
  body: string,
  headers: Record<string, string> = { authorization: "anything" },
) => fetch(url, { method: "POST", body, headers: { "x-amz-target": target, ...headers } });

test("the SDK reads over HTTP what it wrote", async () => {
  const { client } = await serving();
  const Item = { ...Key, note: { S: "邻里\u0000𠮷" }, data: { B: new Uint8Array([0, 255]) }, tags: { SS: ["a", "b"] } };
  await client.send(new PutItemCommand({ TableName: "Things", Item }));
  expect((await client.send(new GetItemCommand({ TableName: "Things", Key, ConsistentRead: true }))).Item).toEqual(
    Item,
  );
});

test("errors and answers have DynamoDB's form", async () => {
  const { url } = await serving();
  const answer = await post(url, "DynamoDB_20120810.GetItem", JSON.stringify({ TableName: "Things", Key: {} }));
  const body = await answer.text();
  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.0");
  expect(answer.headers.get("x-amz-crc32")).toBe(String(crc32(body)));
  expect(JSON.parse(body)).toEqual({
    __type: "com.amazon.coral.validate#ValidationException",
    message: "The provided key element does not match the schema",
  });
});

test.each<[string, string, string, RegExp]>([
  ["an unknown operation", "DynamoDB_20120810.Scan", "{}", /UnknownOperationException/],
  ["another service", "SQS.SendMessage", "{}", /UnknownOperationException/],
  ["what is no JSON", "DynamoDB_20120810.GetItem", "<xml/>", /SerializationException/],
  ["a list", "DynamoDB_20120810.GetItem", "[]", /SerializationException/],
])("%s is refused", async (_what, target, body, words) => {
  const { url } = await serving();
  const answer = await post(url, target, body);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(words);
});

test("a request without a signature, or of another method, is refused", async () => {
  const { url } = await serving();
  const unsigned = await post(url, "DynamoDB_20120810.ListTables", "{}", {});
  expect(await unsigned.text()).toMatch(/MissingAuthenticationTokenException/);
  expect((await fetch(url)).status).toBe(404);
});

test("streams are served at the same address", async () => {
  const { url } = await serving();
  const answer = await post(url, "DynamoDBStreams_20120810.DescribeStream", JSON.stringify({ StreamArn: "none" }));
  expect(await answer.text()).toMatch(/com.amazonaws.dynamodb.v20120810#ResourceNotFoundException/);
});

test("a connection that breaks is tried again by the SDK", async () => {
  const left: ReturnType<FaultPlan["next"]>[] = ["droppedConnection", "answerLostAfterWrite"];
  const faults: FaultPlan = { next: (operation) => (operation === "PutItem" ? left.shift() : undefined) };
  const { client } = await serving({ ...CALM, faults });
  await client.send(new PutItemCommand({ TableName: "Things", Item: Key }));
  expect(left).toEqual([]);
});
