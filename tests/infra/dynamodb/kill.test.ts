import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openEngine } from "../../../infra/local/dynamodb/engine.ts";
import { openCrashes } from "./crash/rounds.ts";
import { launch, startServer } from "./crash/server-process.ts";
import { TABLE } from "./plain-things.ts";
import { ask } from "./remote.ts";

const ROUNDS = 3;

async function start(file: string) {
  const { server, endpoint, ended } = await startServer(file);
  onTestFinished(() => {
    server.kill("SIGKILL");
  });
  return { server, endpoint, ended, port: new URL(endpoint).port };
}

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "linli-engine-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data.sqlite");
}

test("killed with -9 amid writes, again and again: no answered write is lost, no transaction torn, stream and table agree", async () => {
  const crashes = await openCrashes(await temporaryFile(), 7);
  let answers = 0;
  for (let round = 0; round < ROUNDS; round++) answers += (await crashes.round()).answers;
  await crashes.finish();
  expect(answers).toBeGreaterThanOrEqual(ROUNDS);
});

test("a file in use and a port that is taken are said clearly; SIGINT ends it cleanly and keeps the data", async () => {
  const file = await temporaryFile();
  const { server, endpoint, ended, port } = await start(file);
  const [complaint] = await once(launch("--port", port).stderr, "data");
  expect(String(complaint)).toMatch(/is taken/);
  expect(() => openEngine({ file })).toThrow(/is in use by another process/);
  await ask(endpoint, "CreateTable", JSON.stringify(TABLE));
  server.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  const engine = openEngine({ file });
  expect(await engine.send("ListTables", {})).toEqual({ TableNames: ["Things"] });
  await engine.close();
});
