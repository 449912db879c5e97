import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { claimFolder, type Invitation, invitation, runningInstance } from "./instance.ts";
import { startRunner } from "./runner.ts";
import { readSettings } from "./settings.ts";
import { invitationUrl } from "./start-instance.ts";
import { synthesized } from "./synthesized.ts";

/** `npm run invite -- --area 500100 [--name …]`: the link with which an area's first account is made. */
async function invite(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { area: { type: "string" }, name: { type: "string" } } });
  const wanted = z.safeParse(invitation, { area: values.area, name: values.name ?? `Area ${values.area}` });
  if (!wanted.success) throw new Error("Name an area by its code, for example: npm run invite -- --area 500100");
  const settings = readSettings([], process.env);
  const dataDir = resolve(settings.dataDir);
  const running = await runningInstance(dataDir);
  if (running) return (await running.invite(wanted.data)).url;
  return inviteWithout(dataDir, wanted.data, settings.publicUrl ?? `http://127.0.0.1:${settings.port}`);
}

/** Nothing runs on the folder, so the sign-in function runs for this one call. */
async function inviteWithout(dataDir: string, wanted: Invitation, base: string): Promise<string> {
  const instance = await claimFolder(dataDir);
  try {
    const runner = await startRunner({ template: await synthesized(["auth"]), dataDir, functions: ["auth"] });
    try {
      return invitationUrl(await runner.invoke("auth", { invite: wanted }), base);
    } finally {
      await runner.close();
    }
  } finally {
    instance.release();
  }
}

try {
  console.log(await invite(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
