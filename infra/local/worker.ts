import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod/mini";
import type { Answer, Call, Start } from "./worker-messages.ts";

/**
 * One container of a function: it sees its own environment and its own bundle, and nothing of the runner.
 * Several events may be in flight at once, which is harder on the code than Lambda and as hard as many containers.
 */
async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("This file runs as a worker thread only.");
  const start: Start = workerData;
  const module: Record<string, unknown> = await import(pathToFileURL(start.file).href);
  const handler = z.safeParse(
    z.custom<Handler>((value) => typeof value === "function"),
    module[start.exportName],
  );
  if (!handler.success) throw new Error(`${start.file} exports no function ${start.exportName}.`);

  port.on("message", async ({ id, event, deadline }: Call) => {
    const answer = await run(handler.data, event, contextOf(start, id, deadline)).catch(failure);
    port.postMessage({ id, ...answer } satisfies Answer);
  });
  port.postMessage("ready");
}

type Handler = (event: unknown, context: unknown) => unknown;

async function run(handler: Handler, event: string, context: unknown): Promise<{ result: string }> {
  const result = await handler(JSON.parse(event), context);
  return { result: JSON.stringify(result ?? null) };
}

/** What Lambda reports of an error, for the log and for whoever waits for the answer. */
function failure(error: unknown): { error: { errorType: string; errorMessage: string; stack: string } } {
  const known = error instanceof Error ? error : new Error(String(error));
  return { error: { errorType: known.name, errorMessage: known.message, stack: known.stack ?? "" } };
}

const contextOf = (start: Start, id: string, deadline: number) => ({
  awsRequestId: id,
  functionName: start.name,
  functionVersion: "$LATEST",
  invokedFunctionArn: start.arn,
  memoryLimitInMB: String(start.memory),
  logGroupName: start.name,
  logStreamName: "local",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

await main();
