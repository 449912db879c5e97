import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { type Fault, type FaultPlan, seededFaults } from "../../../infra/local/dynamodb/faults.ts";
import { engineClient, engineRequestHandler } from "../../../infra/local/dynamodb/request-handler.ts";
import { CALM, key, now, number, openThings, thing } from "./things.ts";

const count = {
  TableName: "Things",
  Key: { pk: { S: "p" }, sk: { S: "n" } },
  UpdateExpression: "ADD n :one",
  ExpressionAttributeValues: { ":one": { N: "1" } },
};

/** The given faults, one a request, then none. */
const inOrder = (...faults: ReturnType<FaultPlan["next"]>[]): FaultPlan => ({
  next: (operation) => (operation === "UpdateItem" ? faults.shift() : undefined),
});

test("the client tries again after a fault, and the write happens once", async () => {
  const faults = inOrder("internalServerError", "droppedConnection");
  const things = await openThings({ ...CALM, faults });
  await engineClient(things.engine).send(new UpdateItemCommand(count));
  expect((await now(things, "n"))?.n).toEqual(number(1));
});

test("an answer that is lost leaves the write done: who only counts, counts twice", async () => {
  const things = await openThings({ ...CALM, faults: inOrder("answerLostAfterWrite") });
  await engineClient(things.engine).send(new UpdateItemCommand(count));
  expect((await now(things, "n"))?.n).toEqual(number(2));
});

test("a transaction whose answer is lost is not done twice: the client repeats it under the same token", async () => {
  const left: ReturnType<FaultPlan["next"]>[] = ["answerLostAfterWrite", "answerLostAfterWrite"];
  const faults: FaultPlan = { next: (operation) => (operation === "TransactWriteItems" ? left.shift() : undefined) };
  const things = await openThings({ ...CALM, faults });
  await engineClient(things.engine).send(new TransactWriteItemsCommand({ TransactItems: [{ Update: count }] }));
  expect(left).toEqual([]);
  expect((await now(things, "n"))?.n).toEqual(number(1));
});

test("after three tries the client gives up", async () => {
  const things = await openThings({ ...CALM, faults: inOrder("throttled", "throttled", "throttled") });
  await expect(engineClient(things.engine).send(new UpdateItemCommand(count))).rejects.toThrow(/throughput/i);
  expect(await now(things, "n")).toBeUndefined();
});

test("throttled requests write nothing, and come as often as wanted", async () => {
  const things = await openThings({ ...CALM, throttles: { rate: 0.4 }, seed: 11 });
  const names = new Set<string>();
  let kept = 0;
  for (let n = 0; n < 100; n++) {
    await things.send("PutItem", { Item: thing(`s${n}`) }).then(
      () => kept++,
      (error: Error) => names.add(error.name),
    );
  }
  expect([...names].toSorted()).toEqual(["ProvisionedThroughputExceededException", "ThrottlingException"]);
  expect(kept).toBeGreaterThan(40);
  expect(kept).toBeLessThan(80);
});

test("the same seed brings the same bad luck", () => {
  const run = (seed: number) => {
    const plan = seededFaults({ internalServerError: 0.1, droppedConnection: 0.1, answerLostAfterWrite: 0.2 }, seed);
    return Array.from({ length: 50 }, () => plan.next("PutItem", true));
  };
  expect(run(4)).toEqual(run(4));
  expect(run(4)).not.toEqual(run(5));
  expect(new Set(run(4)).size).toBe(4);
});

test("a refusal reaches the caller of the SDK as the SDK's own error, with the item", async () => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1", { n: number(7) }) });
  const put = new PutItemCommand({
    TableName: "Things",
    Item: { pk: { S: "p" }, sk: { S: "1" } },
    ConditionExpression: "attribute_not_exists(pk)",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
  const error = {
    name: "ConditionalCheckFailedException",
    Item: { ...key("1"), n: number(7) },
    $metadata: { httpStatusCode: 400 },
  };
  await expect(engineClient(things.engine).send(put)).rejects.toMatchObject(error);
});

test("any client of the SDK can be given the engine as its request handler", async () => {
  const things = await openThings();
  const client = new DynamoDBClient({
    region: "cn-north-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    requestHandler: engineRequestHandler(things.engine),
  });
  await client.send(new UpdateItemCommand(count));
  expect((await now(things, "n"))?.n).toEqual(number(1));
});

test("a conflict cancels a transaction with the reason of each action, refuses a single write, and no read", async () => {
  const faults = seededFaults({ transactionConflict: 1 }, 1);
  const things = await openThings({
    ...CALM,
    faults: { next: (...asked) => (asked[0] === "CreateTable" ? undefined : faults.next(...asked)) },
  });
  const client = engineClient(things.engine);
  const transaction = new TransactWriteItemsCommand({
    TransactItems: [{ Update: count }, { Put: { TableName: "Things", Item: { pk: { S: "p" }, sk: { S: "m" } } } }],
  });
  await expect(client.send(transaction)).rejects.toMatchObject({
    name: "TransactionCanceledException",
    CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
  });
  await expect(client.send(new UpdateItemCommand(count))).rejects.toMatchObject({
    name: "TransactionConflictException",
  });
  expect(await now(things, "n")).toBeUndefined();
});

test("a request that is longer under way is overtaken, and carried out all the same", async () => {
  const faults: FaultPlan = {
    next: () => undefined,
    delay: (operation) => (operation === "UpdateItem" ? 20 : 0),
  };
  const things = await openThings({ ...CALM, faults });
  const order: string[] = [];
  const client = engineClient(things.engine);
  const late = client.send(new UpdateItemCommand(count)).then(() => order.push("update"));
  await client
    .send(new PutItemCommand({ TableName: "Things", Item: { pk: { S: "p" }, sk: { S: "p" } } }))
    .then(() => order.push("put"));
  await late;
  expect(order).toEqual(["put", "update"]);
  expect((await now(things, "n"))?.n).toEqual(number(1));
  const { delay } = seededFaults({ latency: { rate: 0.5, maxMs: 5 } }, 3);
  const delays = Array.from({ length: 100 }, () => delay?.("GetItem") ?? 0);
  expect([Math.min(...delays), Math.max(...delays)]).toEqual([0, 5]);
});

test("whatever is under way when the engine closes breaks off, and nobody waits for it for ever", async () => {
  const things = await openThings({ ...CALM, faults: { next: () => undefined, delay: () => 10 } });
  const left = things.engine.send("GetItem", { TableName: "Things", Key: key("n") });
  await things.engine.close();
  await expect(left).rejects.toMatchObject({ code: "ECONNRESET" });
});

const KINDS = [
  "internalServerError",
  "throttled",
  "droppedConnection",
  "transactionConflict",
  "answerLostAfterWrite",
] as const satisfies readonly Fault[];

test("each kind of bad luck comes about as often as it was asked for, and those of writes never meet a read", () => {
  for (const kind of KINDS) {
    const plan = seededFaults({ [kind]: 0.1 }, 21);
    const met = Array.from({ length: 5000 }, () => plan.next("PutItem", true)).filter((fault) => fault !== undefined);
    expect(new Set(met)).toEqual(new Set([kind]));
    expect(met.length).toBeGreaterThan(400);
    expect(met.length).toBeLessThan(600);
    const ofReads = Array.from({ length: 100 }, () => seededFaults({ [kind]: 1 }, 21).next("GetItem", false));
    const onlyWrites = kind === "transactionConflict" || kind === "answerLostAfterWrite";
    expect(new Set(ofReads)).toEqual(new Set([onlyWrites ? undefined : kind]));
  }
});

/** What the same requests meet on an engine at its strictest: refusals, readers behind, batches and streams cut short. */
async function luckOf(seed: number): Promise<string[]> {
  const faults = seededFaults({ internalServerError: 0.1, transactionConflict: 0.1, answerLostAfterWrite: 0.1 }, seed);
  const next: FaultPlan["next"] = (...asked) =>
    /Table|Stream|Shard|Records/.test(asked[0]) ? undefined : faults.next(...asked);
  const { send, engine } = await openThings({ seed, faults: { next }, now: () => 1_000_000, throttles: { rate: 0.1 } });
  const luck: string[] = [];
  const note = (asked: Promise<unknown>) =>
    asked.then(
      (answer) => luck.push(JSON.stringify(answer)),
      (error: Error) => luck.push(error.name),
    );
  for (let n = 0; n < 40; n++) {
    await note(send("PutItem", { Item: thing(`s${n % 5}`, { n: number(n) }) }));
    await note(send("GetItem", { Key: key(`s${n % 5}`) }));
    const Keys = ["s0", "s1", "s2"].map((sk) => key(sk));
    await note(engine.send("BatchGetItem", { RequestItems: { Things: { Keys } } }));
  }
  const { Table } = (await send("DescribeTable", {})) as { Table?: { LatestStreamArn: string } };
  const StreamArn = Table?.LatestStreamArn;
  const shards = (await engine.send("DescribeStream", { StreamArn })) as {
    StreamDescription: { Shards: { ShardId: string }[] };
  };
  const ShardId = shards.StreamDescription.Shards[0]?.ShardId;
  const start = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
  let place = (await engine.send("GetShardIterator", start)) as { ShardIterator: string };
  for (let page = 0; page < 40; page++) {
    const read = (await engine.send("GetRecords", { ...place, Limit: 2 })) as Records;
    luck.push(`${read.Records.map(({ dynamodb }) => dynamodb.SequenceNumber)}`);
    place = { ShardIterator: read.NextShardIterator };
  }
  return luck;
}
type Records = { Records: { dynamodb: { SequenceNumber: string } }[]; NextShardIterator: string };

test("from one seed everything that the engine may do to its callers comes out the same again", async () => {
  const luck = await luckOf(8);
  expect(await luckOf(8)).toEqual(luck);
  expect(await luckOf(9)).not.toEqual(luck);
});
