import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Runner, startRunner } from "../../infra/local/runner.ts";
import { changedTemplate, resourcesOf, synthesizeFixture } from "./support/fixture-stack.ts";

const dataDir = mkdtempSync(join(tmpdir(), "linli-services-"));
const denied: string[] = [];
let template: string;
let linli: Runner;

beforeAll(async () => {
  template = await synthesizeFixture("cn-north-1");
  linli = await startRunner({ template, dataDir, onError: (message) => denied.push(message) });
});
afterAll(() => linli.close());

type Reply = { status: number; body: Record<string, unknown> };
const dynamodb = async (name: string, operation: string, input: object) =>
  (await linli.invoke(name, { dynamodb: { operation, input } })) as Reply;
const ssm = async (name: string, operation: string, input: object) =>
  (await linli.invoke(name, { ssm: { operation, input } })) as Reply;

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: "1" } });
const put = (TableName: string, pk: string) => ({ TableName, Item: key(pk) });
const get = (TableName: string, pk: string) => ({ TableName, Key: key(pk) });
const query = (TableName: string, pk: string) => ({
  TableName,
  KeyConditionExpression: "#k = :k",
  ExpressionAttributeNames: { "#k": "pk" },
  ExpressionAttributeValues: { ":k": { S: pk } },
});
const refusal = { status: 400, body: { __type: expect.stringContaining("AccessDeniedException") } };

describe("on one machine too, a function may do what its role allows and nothing else", () => {
  test("staff's function writes and reads a record", async () => {
    expect((await dynamodb("api", "PutItem", put("Records", "R#residents#1"))).status).toBe(200);
    const { body } = await dynamodb("api", "GetItem", { ...get("Records", "R#residents#1"), ConsistentRead: true });
    expect(body.Item).toEqual(key("R#residents#1"));
  });

  test.each([
    ["the district asks for a person", "statistics", "GetItem", get("Records", "R#residents#1")],
    ["the district asks for a list of persons", "statistics", "Query", query("Records", "R#residents#1")],
    ["the district writes a total", "statistics", "PutItem", put("Counts", "T#1")],
    ["the district reads breakdowns of a month that goes on", "statistics", "Query", query("Counts", "B#1")],
    ["the district asks for an account's password", "statistics", "GetItem", get("Accounts", "L#login")],
    ["a resident's form reads residents", "form", "Query", query("Records", "R#residents#1")],
    ["a resident's form writes an event", "form", "PutItem", put("Records", "R#events#1")],
    ["a poster writes", "poster", "PutItem", put("Records", "F#1")],
    ["the public board reads a draft", "board", "GetItem", get("Records", "R#publications#1")],
    ["the public board reads what was approved and not posted", "board", "Query", query("Records", "Y#1")],
    ["the public board reads an event", "board", "GetItem", get("Records", "R#events#1")],
    ["the public board writes", "board", "PutItem", put("Records", "X#1")],
    ["a poster lists what was posted", "poster", "Query", query("Records", "X#1")],
    ["counting reads its accounts", "counts", "GetItem", get("Accounts", "S#1")],
    ["counting changes a record", "counts", "PutItem", put("Records", "R#residents#1")],
    ["staff's function reads an invitation", "api", "GetItem", get("Accounts", "I#1")],
    ["staff's function writes totals", "api", "PutItem", put("Counts", "T#1")],
    ["sign-in reads a record", "auth", "GetItem", get("Records", "R#residents#1")],
    ["the console's function reads anything", "site", "GetItem", get("Counts", "T#1")],
    ["a resident's form looks into the calendar of deletions", "form", "Query", query("Records", "E#due#2026-07-10")],
    ["staff's function reads what is due for deletion", "api", "Query", query("Records", "E#due#2026-07-10")],
    ["staff's function writes a report of deletions", "api", "PutItem", put("Records", "E#run#1")],
    ["a job changes the calendar's state by another key", "jobs", "PutItem", put("Records", "E#run#1")],
    ["a job changes an account", "jobs", "PutItem", put("Accounts", "A#1")],
    ["a job reads what is counted of a district", "jobs", "Query", query("Counts", "T#1")],
    ["staff's function writes a block of the sealed history", "api", "PutItem", put("Records", "Z#1")],
    ["a job takes a block of the sealed history out", "jobs", "DeleteItem", get("Records", "Z#1")],
    ["the public board reads a block of the sealed history", "board", "Query", query("Records", "Z#1")],
    ["anybody scans", "api", "Scan", { TableName: "Records" }],
    [
      "a batch hides a person among forms",
      "poster",
      "BatchGetItem",
      { RequestItems: { Records: { Keys: [key("F#1"), key("R#residents#1")] } } },
    ],
    [
      "a transaction hides one forbidden write",
      "form",
      "TransactWriteItems",
      { TransactItems: [{ Put: put("Records", "N#1") }, { Put: put("Records", "R#residents#1") }] },
    ],
  ])("refused: %s", async (_, name, operation, input) => {
    denied.length = 0;
    expect(await dynamodb(name, operation, input)).toMatchObject(refusal);
    expect(denied.join()).toContain(`${name} is not authorized`);
  });

  test.each([
    ["the district reads totals and names", "statistics", "Query", query("Counts", "T#1")],
    ["the district reads totals of what stands apart", "statistics", "Query", query("Counts", "S#1")],
    ["a resident's form takes a ticket", "form", "PutItem", put("Records", "N#1")],
    ["a resident's form reads its event", "form", "GetItem", get("Records", "R#events#1")],
    ["the public board reads what was posted", "board", "Query", query("Records", "X#1")],
    ["a poster prints what was posted", "poster", "GetItem", get("Records", "X#1")],
    ["sign-in keeps a session", "auth", "PutItem", put("Accounts", "S#1")],
    ["counting keeps a total", "counts", "PutItem", put("Counts", "T#1")],
    ["staff's function notes when something is due", "api", "PutItem", put("Records", "E#due#2026-07-10")],
    ["staff's function reads a report of deletions", "api", "Query", query("Records", "E#run#1")],
    ["a job reads what is due", "jobs", "Query", query("Records", "E#due#2026-07-10")],
    ["a job seals a block of the history", "jobs", "PutItem", put("Records", "Z#1")],
    ["a job asks which communities there are", "jobs", "Query", query("Counts", "T#days")],
    ["a job writes its next slice", "jobs", "PutItem", put("Records", "P#1")],
  ])("allowed: %s", async (_, name, operation, input) => {
    expect((await dynamodb(name, operation, input)).status).toBe(200);
  });

  test("nobody without a function's own key reaches the data, although the port is open to this machine", async () => {
    const { environment } = (await (await fetch(`${linli.url}/api/echo`)).json()) as {
      environment: Record<string, string>;
    };
    const answer = await fetch(environment.AWS_ENDPOINT_URL_DYNAMODB ?? "", {
      method: "POST",
      headers: { "x-amz-target": "DynamoDB_20120810.ListTables", authorization: "AWS4-HMAC-SHA256 Credential=guess/x" },
      body: "{}",
    });
    expect(await answer.json()).toMatchObject({ __type: "UnrecognizedClientException" });
  });
});

test("a function that listens without the right to read its stream does not start, as it would not deploy", async () => {
  const without = changedTemplate(template, (given) => {
    const documents = [
      ...resourcesOf(given, "AWS::IAM::Policy").map(([, { Properties }]) => Properties.PolicyDocument),
      ...resourcesOf(given, "AWS::IAM::Role").flatMap(([, { Properties }]) =>
        (Properties.Policies ?? []).map((policy: { PolicyDocument: unknown }) => policy.PolicyDocument),
      ),
    ];
    for (const statement of documents.flatMap(({ Statement }) => Statement)) {
      statement.Action = [statement.Action].flat().filter((action: string) => action !== "dynamodb:GetRecords");
    }
  });
  const started = startRunner({ template: without, dataDir: ":memory:" });
  await expect(started).rejects.toThrow(/counts listens to Records, but may not dynamodb:GetRecords/);
});

describe("the root key", () => {
  const Name = "/linli/Linli/root-key";

  test("is missing until it is first put, and is then never replaced", async () => {
    expect((await ssm("statistics", "GetParameters", { Names: [Name] })).body).toEqual({
      Parameters: [],
      InvalidParameters: [Name],
    });
    const first = { Name, Value: "first", Type: "SecureString", Overwrite: false };
    expect((await ssm("api", "PutParameter", first)).status).toBe(200);
    expect((await ssm("auth", "PutParameter", { ...first, Value: "second" })).body).toMatchObject({
      __type: "ParameterAlreadyExists",
    });
    expect((await ssm("auth", "PutParameter", { ...first, Value: "second", Overwrite: true })).status).toBe(400);
    expect((await ssm("statistics", "GetParameters", { Names: [Name], WithDecryption: true })).body).toMatchObject({
      Parameters: [{ Name, Value: "first" }],
    });
  });

  test("is joined by a new one, which a process that ended while writing it leaves undone: old or new, never neither", async () => {
    writeFileSync(join(dataDir, "root-2.key.1.unfinished"), "sec");
    const Names = [Name, `${Name}-2`];
    const asked = async () =>
      (await ssm("api", "GetParameters", { Names })).body as { Parameters: { Value: string }[] };
    expect((await asked()).Parameters.map(({ Value }) => Value)).toEqual(["first"]);
    const second = { Name: `${Name}-2`, Value: "second", Type: "SecureString", Overwrite: false };
    expect((await ssm("auth", "PutParameter", second)).status).toBe(200);
    expect((await ssm("auth", "PutParameter", { ...second, Value: "third" })).status).toBe(400);
    expect((await asked()).Parameters.map(({ Value }) => Value)).toEqual(["first", "second"]);
    expect(readFileSync(join(dataDir, "root-2.key"), "utf8")).toBe("second");
  });

  test("is a file that only its owner may read", () => {
    expect(readFileSync(join(dataDir, "root.key"), "utf8")).toBe("first");
    expect(statSync(join(dataDir, "root.key")).mode & 0o777).toBe(0o600);
  });

  test("is not for the function that serves the console, nor may the district put one", async () => {
    expect(await ssm("site", "GetParameters", { Names: [Name] })).toMatchObject(refusal);
    expect(await ssm("statistics", "PutParameter", { Name, Value: "x" })).toMatchObject(refusal);
    expect(await ssm("api", "GetParameters", { Names: [Name, "/other"] })).toMatchObject(refusal);
  });
});
