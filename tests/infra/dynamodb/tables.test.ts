import { expect, test } from "vitest";
import { openThings, refused, TABLE } from "./things.ts";

test("a table is described as it was made", async () => {
  const { engine } = await openThings();
  expect(await engine.send("DescribeTable", { TableName: "Things" })).toMatchObject({
    Table: {
      TableName: "Things",
      TableStatus: "ACTIVE",
      KeySchema: TABLE.KeySchema,
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      GlobalSecondaryIndexes: TABLE.GlobalSecondaryIndexes,
      StreamSpecification: TABLE.StreamSpecification,
    },
  });
  expect(await engine.send("ListTables", {})).toEqual({ TableNames: ["Things"] });
});

test("tables are listed page by page", async () => {
  const { engine } = await openThings();
  await engine.send("CreateTable", { ...TABLE, TableName: "Another" });
  expect(await engine.send("ListTables", { Limit: 1 })).toEqual({
    TableNames: ["Another"],
    LastEvaluatedTableName: "Another",
  });
  expect(await engine.send("ListTables", { ExclusiveStartTableName: "Another" })).toEqual({ TableNames: ["Things"] });
});

test("what is not there, or there already, is said", async () => {
  const { engine } = await openThings();
  expect((await refused(engine.send("DescribeTable", { TableName: "Nowhere" }))).name).toBe(
    "ResourceNotFoundException",
  );
  expect((await refused(engine.send("CreateTable", TABLE))).name).toBe("ResourceInUseException");
});

test.each<[string, object, RegExp]>([
  ["bills by the hour", { BillingMode: "PROVISIONED" }, /must be PAY_PER_REQUEST/],
  ["does not say how it bills", { BillingMode: undefined }, /must be PAY_PER_REQUEST/],
  ["brings provisioned throughput", { ProvisionedThroughput: {} }, /ProvisionedThroughput is not supported/],
  ["has a short name", { TableName: "ab" }, /between 3 and 255/],
  [
    "defines an attribute that no key uses",
    { GlobalSecondaryIndexes: undefined },
    /Some AttributeDefinitions are not used/,
  ],
  ["has a local index", { LocalSecondaryIndexes: [] }, /LocalSecondaryIndexes is not supported/],
  [
    "has a number for a key",
    { AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "N" }] },
    /type N are not supported/,
  ],
  [
    "streams keys only",
    { StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" } },
    /NEW_AND_OLD_IMAGES/,
  ],
])("a table that %s is refused", async (_what, change, words) => {
  const { engine } = await openThings();
  expect((await refused(engine.send("CreateTable", { ...TABLE, TableName: "Others", ...change }))).message).toMatch(
    words,
  );
});

test("a table without a sort key keeps one item for each partition key", async () => {
  const { engine } = await openThings();
  const [KeySchema] = TABLE.KeySchema;
  const { GlobalSecondaryIndexes: _none, ...rest } = TABLE;
  const definitions = { KeySchema: [KeySchema], AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }] };
  await engine.send("CreateTable", { ...rest, ...definitions, TableName: "Plain" });
  for (const n of ["1", "2"])
    await engine.send("PutItem", { TableName: "Plain", Item: { pk: { S: "a" }, n: { N: n } } });
  const query = {
    TableName: "Plain",
    KeyConditionExpression: "pk = :p",
    ExpressionAttributeValues: { ":p": { S: "a" } },
  };
  expect(await engine.send("Query", { ...query, ConsistentRead: true })).toMatchObject({ Items: [{ n: { N: "2" } }] });
});
