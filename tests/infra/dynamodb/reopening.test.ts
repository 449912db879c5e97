import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Engine, openEngine } from "../../../infra/local/dynamodb/engine.ts";
import { CALM, key, number, openThings, refused, TABLE, thing } from "./things.ts";

async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), "linli-engine-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return () => openEngine({ file: join(folder, "data.sqlite"), ...CALM });
}

const count = (token: string, by: number) => ({
  TransactItems: [
    {
      Update: {
        TableName: "Things",
        Key: key("n"),
        UpdateExpression: "ADD n :by",
        ExpressionAttributeValues: { ":by": number(by) },
      },
    },
  ],
  ClientRequestToken: token,
});
const counted = (engine: Engine) =>
  engine.send("GetItem", { TableName: "Things", Key: key("n"), ConsistentRead: true });

test("tables, items, ttl and used tokens are still known when the file is opened again", async () => {
  const open = await onDisk();
  const first = open();
  await first.send("CreateTable", TABLE);
  const TimeToLiveSpecification = { AttributeName: "ttl", Enabled: true };
  await first.send("UpdateTimeToLive", { TableName: "Things", TimeToLiveSpecification });
  const described = await first.send("DescribeTable", { TableName: "Things" });
  await first.send("TransactWriteItems", count("once", 5));
  await first.close();

  const second = open();
  expect(await second.send("DescribeTable", { TableName: "Things" })).toMatchObject({
    Table: { ...(described as { Table: object }).Table, ItemCount: 1, TableSizeBytes: expect.any(Number) },
  });
  await second.send("TransactWriteItems", count("once", 5));
  expect(await counted(second)).toEqual({ Item: thing("n", { n: number(5) }) });
  expect((await refused(second.send("TransactWriteItems", count("once", 6)))).name).toBe(
    "IdempotentParameterMismatchException",
  );
  const past = number(Math.floor(Date.now() / 1000) - 60);
  await second.send("PutItem", { TableName: "Things", Item: thing("old", { ttl: past }) });
  expect(second.sweep()).toBe(1);
  await second.close();
});

test("closing answers what was asked before, and refuses what is asked after", async () => {
  const { engine, send } = await openThings();
  const asked = send("PutItem", { Item: thing("1"), ReturnValues: "ALL_OLD" });
  await engine.close();
  expect(await asked).toEqual({});
  await expect(send("PutItem", { Item: thing("2") })).rejects.toThrow(/closed/);
});
