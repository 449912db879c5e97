import { writeCatalogues } from "./catalogue.ts";
import { buildConsole } from "./console.ts";
import { buildFunctions, functionNames } from "./functions.ts";
import { withBuildLock } from "./lock.ts";

export type BuildOptions = {
  /** Only these functions; without "site" among them the console is left as it is. */
  readonly functions?: readonly string[] | undefined;
  readonly log?: ((line: string) => void) | undefined;
};

/** Builds what changed: the lists of definitions, the console, one bundle for each function. */
export async function build({ functions, log = console.log }: BuildOptions = {}): Promise<void> {
  await withBuildLock(() => buildUnlocked({ functions, log }));
}

export async function buildUnlocked({ functions, log = console.log }: BuildOptions): Promise<void> {
  writeCatalogues();
  const names = functionNames().filter((name) => functions?.includes(name) ?? true);
  if (names.includes("site")) await buildConsole(log);
  const built = await buildFunctions(names);
  if (built.length > 0) log(`Built ${built.join(", ")}.`);
}

if (import.meta.main) await build();
