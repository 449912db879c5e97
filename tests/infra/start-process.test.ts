import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type LinliProcess, runLocal } from "./support/linli-process.ts";

const dataDir = mkdtempSync(join(tmpdir(), "linli-process-"));
const started: LinliProcess[] = [];
afterAll(() => {
  for (const { child } of started) child.kill("SIGKILL");
});

const run = (script: string, args: readonly string[], env: Record<string, string> = {}) => {
  const process = runLocal(script, args, { LINLI_DATA: dataDir, ...env });
  started.push(process);
  return process;
};
const start = () => run("start.ts", ["--no-demo"]);

test("Linli starts, is alone on its data, survives being killed, and ends when asked", {
  timeout: 300_000,
}, async () => {
  const first = start();
  const address = await first.says(/(http:\/\/localhost:\d+)\//);
  await first.says(/npm run invite/);
  const health = await fetch(`${address}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);

  const second = await start().ended;
  expect(second.code).toBe(1);
  expect(second.output).toMatch(/already runs[\s\S]*正在使用中/);

  const port = new URL(address).port;
  const elsewhere = mkdtempSync(join(tmpdir(), "linli-process-"));
  const third = await run("start.ts", ["--no-demo"], { PORT: port, LINLI_DATA: elsewhere }).ended;
  expect(third.code).toBe(1);
  expect(third.output).toMatch(/port is taken[\s\S]*端口已被占用/);

  const invitation = await run("invite.ts", ["--area", "500100", "--name", "District"]).ended;
  expect(invitation).toMatchObject({ code: 0, output: expect.stringMatching(/^http\S+\/auth\/invitation\/\S+\n$/) });

  first.child.kill("SIGKILL");
  await first.ended;
  const again = start();
  const now = await again.says(/(http:\/\/localhost:\d+)\//);
  const { pathname } = new URL(invitation.output.trim());
  // The invitation was answered before the process was killed, so it is still good.
  expect((await fetch(`${now}${pathname}`)).status).toBe(200);

  again.child.kill("SIGTERM");
  expect((await again.ended).code).toBe(0);
  expect(existsSync(join(dataDir, "running.json"))).toBe(false);
});
