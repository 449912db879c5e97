import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod/mini";
import { invitation, runningInstance } from "./instance.ts";
import { readSettings } from "./settings.ts";
import { invitationUrl } from "./start-instance.ts";
import { withFunction } from "./with-function.ts";

/** `npm run invite -- --area 500100 [--name …]`: the link with which an area's first account is made. */
async function invite(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { area: { type: "string" }, name: { type: "string" } } });
  const wanted = z.safeParse(invitation, { area: values.area, name: values.name ?? `Area ${values.area}` });
  if (!wanted.success) throw new Error("Name an area by its code, for example: npm run invite -- --area 500100");
  const settings = readSettings([], process.env);
  const dataDir = resolve(settings.dataDir);
  const running = await runningInstance(dataDir);
  if (running) return (await running.invite(wanted.data)).url;
  const base = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
  return withFunction(dataDir, "auth", async (invoke) => invitationUrl(await invoke({ invite: wanted.data }), base));
}

try {
  console.log(await invite(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
