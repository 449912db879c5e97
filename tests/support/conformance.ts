import { spawn } from "node:child_process";
import { once } from "node:events";
import { openEngine } from "../../infra/local/dynamodb/engine.ts";
import { type EngineServer, serveEngine } from "../../infra/local/dynamodb/server.ts";
import { CALM } from "../infra/dynamodb/plain-things.ts";

/** What any server that speaks DynamoDB answers alike. */
const TESTS = ["items", "conditions", "updates", "queries", "batches", "transactions", "streams", "model"];

/** Asks the server at `DYNAMODB_ENDPOINT`, or else our own engine over HTTP, what the engine's own tests ask. */
async function main(): Promise<void> {
  const given = process.env.DYNAMODB_ENDPOINT;
  const ours = given ? undefined : await serveOurs();
  const DYNAMODB_ENDPOINT = given || ours?.url;
  console.log(`Asking ${DYNAMODB_ENDPOINT}`);
  const files = TESTS.map((name) => `tests/infra/dynamodb/${name}.test.ts`);
  const run = spawn(
    "npx",
    ["vitest", "run", "--config", "tests/vitest.config.ts", ...files, ...process.argv.slice(2)],
    {
      stdio: "inherit",
      env: { ...process.env, DYNAMODB_ENDPOINT },
    },
  );
  const [status] = await once(run, "exit");
  await ours?.close();
  process.exitCode = status ?? 1;
}

async function serveOurs(): Promise<EngineServer> {
  const engine = openEngine({ file: ":memory:", ...CALM });
  const server = await serveEngine(engine, { port: 0 });
  return { url: server.url, close: () => server.close().then(() => engine.close()) };
}

await main();
