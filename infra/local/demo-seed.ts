import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import { rootKeysIn } from "./backup.ts";
import type { Invitation } from "./instance.ts";
import { openSavedState } from "./saved-state.ts";

/** Whether a data folder holds the demo. One that was started without it never gets it: it may hold real people. */
export type DemoState = "seeded" | "none";

/** One button of the demo's sign-in page. */
export type DemoRole = { readonly login: string; readonly label: { readonly zh: string; readonly en: string } };

export type SeedOptions = {
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly invite: (wanted: Invitation) => Promise<{ url: string }>;
  /** Makes the sign-in page offer these roles. */
  readonly offerRoles: (roles: readonly DemoRole[]) => Promise<void>;
  /** Does what the schedule does once a day. */
  readonly newDay: () => Promise<void>;
  readonly log: (line: string) => void;
};

/** Fills in the demo the first time, through the same API as everybody else. */
export async function seedOnce({ wanted, ...options }: SeedOptions & { wanted: boolean }): Promise<DemoState> {
  const state = openSavedState(options.dataDir);
  const known = state.read("demo");
  if (known === "seeded") moveDemoFile(options.dataDir, options.baseUrl);
  if (known === "seeded" || known === "none") return known;
  const seed = wanted ? await findSeed() : undefined;
  if (!seed) {
    // Without a seed to find, the next start may look again.
    if (!wanted) state.write("demo", "none");
    return "none";
  }
  state.write("demo", "started");
  await seed(options);
  state.write("demo", "seeded");
  return "seeded";
}

/** A demo that was interrupted is half a demo; the folder holds nothing else, so it begins again from nothing. */
export function forgetInterruptedSeed(dataDir: string): boolean {
  if (!existsSync(dataDir) || openSavedState(dataDir).read("demo") !== "started") return false;
  const made = [
    "linli.sqlite",
    "linli.sqlite-wal",
    "linli.sqlite-shm",
    ...rootKeysIn(dataDir),
    "demo.json",
    "state",
    "dead-letters",
  ];
  for (const name of made) rmSync(join(dataDir, name), { recursive: true, force: true });
  return true;
}

/** The addresses in `demo.json` follow the instance when it starts at another port. */
function moveDemoFile(dataDir: string, baseUrl: string): void {
  const path = join(dataDir, "demo.json");
  if (!existsSync(path)) return;
  const text = readFileSync(path, "utf8");
  const before = z.parse(z.looseObject({ baseUrl: z.url() }), JSON.parse(text)).baseUrl;
  if (before !== baseUrl) writeFileSync(path, text.replaceAll(before, baseUrl), { mode: 0o600 });
}

const seedModule = z.looseObject({
  seedDemo: z.custom<(options: SeedOptions) => Promise<void>>((value) => typeof value === "function"),
});

async function findSeed(): Promise<((options: SeedOptions) => Promise<void>) | undefined> {
  const path = join(import.meta.dirname, "demo/seed.ts");
  if (!existsSync(path)) return undefined;
  return z.parse(seedModule, { ...(await import(pathToFileURL(path).href)) }).seedDemo;
}
