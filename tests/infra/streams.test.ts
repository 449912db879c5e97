import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../infra/local/dynamodb/engine.ts";
import { type Runner, startRunner } from "../../infra/local/runner.ts";
import { changedTemplate, resourcesOf, synthesizeFixture } from "./support/fixture-stack.ts";

let template: string;
let linli: Runner | undefined;

beforeAll(async () => {
  // One retry keeps the test short; that the stack asks for more is tested with the stack.
  template = changedTemplate(await synthesizeFixture("cn-north-1"), (given) => {
    for (const [, { Properties }] of resourcesOf(given, "AWS::Lambda::EventSourceMapping")) {
      Properties.MaximumRetryAttempts = 1;
    }
  });
});
afterEach(async () => {
  await linli?.close();
  linli = undefined;
});

const start = async (dataDir = ":memory:") => {
  linli = await startRunner({ template, dataDir, onError: () => {} });
  return linli;
};
const write = (engine: Engine, pk: string, sk: string, more: object = {}) =>
  engine.send("PutItem", { TableName: "Records", Item: { pk: { S: pk }, sk: { S: sk }, ...more } });
const seenBy = async (runner: Runner, name: string) => (await runner.invoke(name, { seen: true })) as string[];
const firstTimes = (seen: readonly string[]) => [...new Set(seen)];
const poison = { poison: { BOOL: true } };

describe("changes of records", () => {
  test("reach each function that listens for their class, in the order they were made", async () => {
    const runner = await start();
    const ids = Array.from({ length: 250 }, (_, index) => String(index).padStart(3, "0"));
    for (const id of ids) await write(runner.engine, "R#residents#1", id);
    await write(runner.engine, "J#1", "job");
    await write(runner.engine, "H#residents#1", "history");
    await runner.settled();
    expect(firstTimes(await seenBy(runner, "counts"))).toEqual(ids.map((id) => `R#residents#1/${id}`));
    expect(firstTimes(await seenBy(runner, "jobs"))).toEqual(["J#1/job"]);
  });

  test("one bad record holds up nobody but itself, and is kept in the dead-letter queue", async () => {
    const runner = await start();
    const ids = ["a", "b", "bad", "c", "d", "e"];
    await Promise.all(ids.map((id) => write(runner.engine, "R#residents#1", id, id === "bad" ? poison : {})));
    await runner.settled();
    expect(firstTimes(await seenBy(runner, "counts")).sort()).toEqual(
      ["a", "b", "c", "d", "e"].map((id) => `R#residents#1/${id}`),
    );
    const [queue = ""] = resourcesOfQueues();
    const letters = runner.deadLetters.list(queue);
    expect(letters.length).toBeGreaterThanOrEqual(1);
    expect(letters[0]).toMatchObject({
      requestContext: { condition: "RetryAttemptsExhausted" },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    expect(JSON.stringify(letters)).not.toContain("residents");
  });

  test("a bad job does not delay counting", async () => {
    const runner = await start();
    await write(runner.engine, "J#1", "bad", poison);
    await write(runner.engine, "R#residents#1", "a");
    await runner.settled();
    expect(firstTimes(await seenBy(runner, "counts"))).toEqual(["R#residents#1/a"]);
    expect(await seenBy(runner, "jobs")).toEqual([]);
  });

  test("what was delivered before a restart does not start from the beginning", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "linli-streams-"));
    const first = await start(dataDir);
    await write(first.engine, "R#residents#1", "before");
    await first.settled();
    await first.close();
    const second = await start(dataDir);
    await write(second.engine, "R#residents#1", "after");
    await second.settled();
    expect(firstTimes(await seenBy(second, "counts"))).toEqual(["R#residents#1/after"]);
  });

  test("what was answered before the power went is delivered after it", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "linli-kill-"));
    const script = join(import.meta.dirname, "fixtures/write-and-wait.ts");
    const child = spawn(process.execPath, [script, template, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
    await firstOutput(child);
    child.kill("SIGKILL");
    await once(child, "exit");
    const runner = await start(dataDir);
    await runner.settled();
    const { Count } = (await runner.engine.send("Query", {
      TableName: "Records",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: "R#residents#1" } },
      ConsistentRead: true,
    })) as { Count: number };
    expect(Count).toBe(40);
    // The bad record was being tried again when the process died, so everything after it was still to come.
    expect(firstTimes(await seenBy(runner, "counts"))).toContain("R#residents#1/39");
    const [queue = ""] = resourcesOfQueues();
    expect(runner.deadLetters.list(queue).length).toBeGreaterThanOrEqual(1);
  });
});

/** Names of the queues, counting's first. */
function resourcesOfQueues(): string[] {
  const names = Object.entries(JSON.parse(readText(template)).Resources)
    .filter(([, resource]) => (resource as { Type: string }).Type === "AWS::SQS::Queue")
    .map(([id]) => id);
  return names.sort();
}

function readText(path: string): string {
  return readFileSync(path, "utf8");
}

async function firstOutput({ stdout }: ChildProcess): Promise<void> {
  if (stdout) await once(stdout, "data");
}
