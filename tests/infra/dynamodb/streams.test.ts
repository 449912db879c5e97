import { expect, test } from "vitest";
import type { Engine, EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { CALM, type Item, key, number, openThings, refused, type Things, testOfOurs, text, thing } from "./things.ts";

type StreamRecord = {
  eventID: string;
  eventName: string;
  dynamodb: { Keys: Item; NewImage?: Item; OldImage?: Item; SequenceNumber: string };
  userIdentity?: unknown;
};
type Page = { Records: StreamRecord[]; NextShardIterator: string };

const DAY = 24 * 3600_000;

async function streamOf({ engine, send }: Things) {
  // The protocol's answers are plain JSON; these are the members that the tests look at.
  const { Table } = (await send("DescribeTable", {})) as { Table: { LatestStreamArn: string } };
  const StreamArn = Table.LatestStreamArn;
  const described = await engine.send("DescribeStream", { StreamArn });
  const { StreamDescription } = described as { StreamDescription: { Shards: { ShardId: string }[] } };
  const ShardId = StreamDescription.Shards[0]?.ShardId;
  const iterator = async (ShardIteratorType: string, SequenceNumber?: string) => {
    const given = { StreamArn, ShardId, ShardIteratorType, ...(SequenceNumber && { SequenceNumber }) };
    return ((await engine.send("GetShardIterator", given)) as { ShardIterator: string }).ShardIterator;
  };
  return { iterator };
}

const records = async (engine: Engine, ShardIterator: string, Limit?: number) =>
  (await engine.send("GetRecords", { ShardIterator, ...(Limit && { Limit }) })) as Page;

async function everything(options?: Partial<EngineOptions>) {
  const things = await openThings(options);
  const { iterator } = await streamOf(things);
  return { things, all: async () => (await records(things.engine, await iterator("TRIM_HORIZON"))).Records, iterator };
}

test("each change is one record, with the item before and after", async () => {
  const { things, all } = await everything();
  await things.send("PutItem", { Item: thing("1", { n: number(1) }) });
  await things.send("PutItem", { Item: thing("1", { n: number("2.0") }) });
  await things.send("PutItem", { Item: thing("1", { n: number(2) }) });
  await things.send("DeleteItem", { Key: key("1") });
  await things.send("DeleteItem", { Key: key("1") });
  const seen = (await all()).map(({ eventName, dynamodb: { Keys, NewImage, OldImage } }) => ({
    eventName,
    Keys,
    NewImage,
    OldImage,
  }));
  const [one, two] = [thing("1", { n: number(1) }), thing("1", { n: number(2) })];
  expect(seen).toEqual([
    { eventName: "INSERT", Keys: key("1"), NewImage: one },
    { eventName: "MODIFY", Keys: key("1"), NewImage: two, OldImage: one },
    { eventName: "REMOVE", Keys: key("1"), OldImage: two },
  ]);
});

test("what was refused or rolled back leaves no record", async () => {
  const { things, all } = await everything();
  const fresh = { ConditionExpression: "attribute_exists(pk)" };
  await refused(things.send("PutItem", { Item: thing("1"), ...fresh }));
  const actions = [
    { Put: { TableName: "Things", Item: thing("2") } },
    { Put: { TableName: "Things", Item: thing("3"), ...fresh } },
  ];
  await refused(things.send("TransactWriteItems", { TableName: undefined, TransactItems: actions }));
  expect(await all()).toEqual([]);
});

test("reading can begin at the oldest, at the newest, at and after a record", async () => {
  const { things, all, iterator } = await everything();
  await things.send("PutItem", { Item: thing("1") });
  const latest = await iterator("LATEST");
  await things.send("PutItem", { Item: thing("2") });
  await things.send("PutItem", { Item: thing("3") });
  const sequence = (await all())[1]?.dynamodb.SequenceNumber;
  const sorts = async (from: string) =>
    (await records(things.engine, from)).Records.map(({ dynamodb: { Keys } }) => Keys.sk);
  expect(await sorts(latest)).toEqual([text("2"), text("3")]);
  expect(await sorts(await iterator("AT_SEQUENCE_NUMBER", sequence))).toEqual([text("2"), text("3")]);
  expect(await sorts(await iterator("AFTER_SEQUENCE_NUMBER", sequence))).toEqual([text("3")]);
});

test("page after page gives every record once and in order", async () => {
  const { things, iterator } = await everything();
  for (let n = 0; n < 10; n++) await things.send("PutItem", { Item: thing(`s${n}`) });
  const seen: unknown[] = [];
  let next = await iterator("TRIM_HORIZON");
  for (let page = 0; page < 5; page++) {
    const { Records, NextShardIterator } = await records(things.engine, next, 3);
    seen.push(...Records.map(({ dynamodb: { Keys } }) => Keys.sk));
    next = NextShardIterator;
  }
  expect(seen).toEqual(Array.from({ length: 10 }, (_, n) => text(`s${n}`)));
});

testOfOurs("by default a stream pauses and repeats, and loses nothing", async () => {
  const things = await openThings({ seed: 5 });
  const { iterator } = await streamOf(things);
  for (let n = 0; n < 60; n++) await things.send("PutItem", { Item: thing(`s${n}`) });
  const seen: string[] = [];
  let [next, pauses] = [await iterator("TRIM_HORIZON"), 0];
  for (let page = 0; page < 200; page++) {
    const { Records, NextShardIterator } = await records(things.engine, next, 2);
    if (Records.length === 0 && new Set(seen).size < 60) pauses++;
    seen.push(...Records.map(({ eventID }) => eventID));
    next = NextShardIterator;
  }
  expect(new Set(seen).size).toBe(60);
  expect(seen.length).toBeGreaterThan(60);
  expect(pauses).toBeGreaterThan(0);
});

testOfOurs("whoever waits for writes is called after each commit, and again for what a stream held back", async () => {
  const things = await openThings({ streams: { pauses: 1, repeats: 0 } });
  const { iterator } = await streamOf(things);
  let stop = (): void => {};
  const called = new Promise<void>((resolve) => {
    stop = things.engine.onWrite("Things", resolve);
  });
  await things.send("PutItem", { Item: thing("1") });
  await called;
  stop();
  const again = new Promise<void>((resolve) => {
    things.engine.onWrite("Things", resolve);
  });
  expect((await records(things.engine, await iterator("TRIM_HORIZON"))).Records).toEqual([]);
  await again;
});

testOfOurs("a record is gone after a day, and a place in the stream after a quarter of an hour", async () => {
  let clock = 10 * DAY;
  const { things, all, iterator } = await everything({ ...CALM, now: () => clock });
  await things.send("PutItem", { Item: thing("1") });
  const sequence = (await all())[0]?.dynamodb.SequenceNumber;
  const place = await iterator("TRIM_HORIZON");
  clock += 15 * 60_000;
  expect((await refused(records(things.engine, place))).name).toBe("ExpiredIteratorException");
  clock += DAY;
  expect(await all()).toEqual([]);
  expect((await refused(iterator("AFTER_SEQUENCE_NUMBER", sequence))).name).toBe("TrimmedDataAccessException");
  things.engine.sweep();
  await things.send("PutItem", { Item: thing("2") });
  expect(Number((await all())[0]?.dynamodb.SequenceNumber)).toBeGreaterThan(Number(sequence));
});

testOfOurs("an item past its time is still read until it is swept, then the service deletes it", async () => {
  let clock = 3000 * DAY;
  const { things, all } = await everything({ ...CALM, now: () => clock });
  await things.send("UpdateTimeToLive", { TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true } });
  const seconds = clock / 1000;
  await things.send("PutItem", { Item: thing("soon", { ttl: number(seconds + 60), area: text("north") }) });
  await things.send("PutItem", { Item: thing("later", { ttl: number(seconds + 600) }) });
  await things.send("PutItem", { Item: thing("text", { ttl: text("1") }) });
  await things.send("PutItem", { Item: thing("mistaken", { ttl: number(1000) }) });
  expect(things.engine.sweep()).toBe(0);
  clock += 120_000;
  const read = async (sk: string) => (await things.send("GetItem", { Key: key(sk), ConsistentRead: true })).Item;
  expect(await read("soon")).toBeDefined();
  expect(things.engine.sweep()).toBe(1);
  expect(await read("soon")).toBeUndefined();
  expect(await read("later")).toBeDefined();
  const last = (await all()).at(-1);
  expect(last).toMatchObject({
    eventName: "REMOVE",
    dynamodb: { Keys: key("soon") },
    userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" },
  });
  const query = { KeyConditionExpression: "area = :a", ExpressionAttributeValues: { ":a": text("north") } };
  expect((await things.send("Query", { IndexName: "byArea", ...query })).Count).toBe(0);
});

testOfOurs("switching ttl on counts for the items that are already there", async () => {
  const things = await openThings();
  const past = number(Math.floor(Date.now() / 1000) - 60);
  await things.send("PutItem", { Item: thing("1", { ttl: past }) });
  expect(things.engine.sweep()).toBe(0);
  const wish = { TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true } };
  await things.send("UpdateTimeToLive", wish);
  expect(await things.send("DescribeTimeToLive", {})).toEqual({
    TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "ttl" },
  });
  expect((await refused(things.send("UpdateTimeToLive", wish))).message).toMatch(/already enabled/);
  expect(things.engine.sweep()).toBe(1);
});
