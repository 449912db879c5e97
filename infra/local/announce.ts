import { existsSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import type { DemoState } from "./demo-seed.ts";
import type { Settings } from "./settings.ts";

/** Says where a browser finds this instance. */
export function announce({ host, tls, publicUrl }: Settings, port: number): void {
  const scheme = tls ? "https" : "http";
  const everywhere = host === "0.0.0.0" || host === "::";
  const hosts = everywhere ? ["localhost", ...lanAddresses()] : [host === "127.0.0.1" ? "localhost" : host];
  console.log("\nLinli 邻里");
  for (const name of hosts) console.log(`  ${scheme}://${name.includes(":") ? `[${name}]` : name}:${port}/`);
  if (publicUrl) console.log(`  ${publicUrl}/ (PUBLIC_URL)`);
}

const demoFile = z.looseObject({
  community: z.string(),
  staff: z.array(
    z.looseObject({
      community: z.optional(z.string()),
      login: z.string(),
      password: z.string(),
      posts: z.array(z.string()),
    }),
  ),
});

/** Says how to sign in: with the demo's logins, or by the first invitation. */
export function announceDemo(demo: DemoState, dataDir: string): void {
  const path = join(dataDir, "demo.json");
  if (demo === "none" || !existsSync(path)) {
    console.log("\nReady 已就绪. First account 首个账号: npm run invite -- --area 500100\n");
    return;
  }
  console.log("\nReady 已就绪. Sign in as 登录账号 (all in demo.json):");
  const read = z.safeParse(demoFile, JSON.parse(readFileSync(path, "utf8")));
  const staff = read.success ? read.data.staff.filter(({ community }) => community === read.data.community) : [];
  for (const { posts, login, password } of staff) {
    console.log(`  ${posts.join(", ").padEnd(12)} ${login}  ${password}`);
  }
  console.log("");
}

/** Addresses at which other machines of the office reach this one. */
function lanAddresses(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}
