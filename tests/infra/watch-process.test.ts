import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyCheckout } from "./support/checkout-copy.ts";
import { type LinliProcess, runLocal } from "./support/linli-process.ts";

const checkout = await mkdtemp(join(tmpdir(), "linli-checkout-"));
const dataDir = join(checkout, "data");
const started: LinliProcess[] = [];
afterAll(() => {
  for (const { child } of started) child.kill("SIGKILL");
  rmSync(checkout, { recursive: true, force: true });
});

/** As many editors do: the new text takes the old file's place in one step. */
function edit(path: string, change: (text: string) => string): void {
  const file = join(checkout, path);
  writeFileSync(`${file}.tmp`, change(readFileSync(file, "utf8")));
  renameSync(`${file}.tmp`, file);
}

const run = (script: string, ...args: string[]) => {
  const process = runLocal(script, args, { LINLI_DATA: dataDir }, checkout);
  started.push(process);
  return process;
};

test("with --watch, changed sources are built and run at once; what does not compile is told, and the old runs on", {
  timeout: 120_000,
}, async () => {
  await copyCheckout(checkout);
  const linli = run("start.ts", "--no-demo", "--watch");
  const address = await linli.says(/(http:\/\/localhost:\d+)\//);
  await linli.says(/npm run invite/);
  const invitation = await run("invite.ts", "--area", "500100", "--name", "District").ended;
  const { pathname } = new URL(invitation.output.trim());
  const health = async () => (await fetch(`${address}/healthz`)).text();

  edit("functions/site/site.ts", (text) => text.replace('{ status: "ok" }', '{ status: "fine" }'));
  expect(await linli.says(/Rebuilt 已重新构建: (site \(\d+\.\d s\))\n/)).toBeDefined();
  expect(await health()).toBe('{"status":"fine"}');

  edit("functions/site/site.ts", (text) => text.replace('{ status: "fine" }', "{ status: "));
  await linli.says(/site\.ts:\d+[\s\S]*what ran before runs on[\s\S]*原来的版本继续运行/);
  expect(await health()).toBe('{"status":"fine"}');

  // A mended file, a definition more and another page of the console, all at once.
  edit("functions/site/site.ts", (text) => text.replace("{ status: ", '{ status: "well" }'));
  edit("admin/index.html", (text) => text.replace("<title>Linli", "<title>Linli anew"));
  const fund = readFileSync(join(checkout, "shared/registers/restricted-fund.ts"), "utf8");
  const another = fund.replace("restrictedFunds", "lentThings").replace("restricted-funds", "lent-things");
  writeFileSync(join(checkout, "shared/registers/lent-thing.ts"), another);
  await linli.says(/Rebuilt[^\n]*\bapi\b/);
  const { components } = await (await fetch(`${address}/api/openapi.json`)).json();
  expect(components.schemas).toHaveProperty("lent-things");
  expect(await (await fetch(`${address}/`)).text()).toContain("<title>Linli anew");
  expect(await health()).toBe('{"status":"well"}');

  // The invitation was given before anything was built anew: port and data are the same.
  expect((await fetch(`${address}${pathname}`)).status).toBe(200);
  linli.child.kill("SIGINT");
  expect((await linli.ended).code).toBe(0);
  expect(existsSync(join(dataDir, "running.json"))).toBe(false);
});
