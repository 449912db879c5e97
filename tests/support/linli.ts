import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Runner, type RunnerOptions, startRunner } from "../../infra/local/runner.ts";
import { synthesized } from "../../infra/local/synthesized.ts";
import { lookInFolder } from "./in-clear/watch.ts";

export type LinliOptions = Pick<RunnerOptions, "functions" | "engine" | "publicUrl" | "issuer"> & {
  /** Keeps the data there when the test ends; without it everything is in a folder that goes with the test. */
  readonly dataDir?: string;
};

/** `template` is what was synthesized; everything else is the runner's own. */
export type Linli = Runner & { readonly dataDir: string };

/**
 * Builds what changed, synthesizes it and runs it on a free port: the whole product, as a user would start it.
 * With `functions`, only these are built and run, which is quicker; the console is built only along with "site".
 */
export async function startLinli(options: LinliOptions = {}): Promise<Linli> {
  const { functions, dataDir: given, ...others } = options;
  const template = await synthesized(functions, () => {});
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), "linli-")));
  const runner = await startRunner({ ...others, functions, template, dataDir });
  return {
    ...runner,
    dataDir,
    async close() {
      await runner.close();
      lookInFolder(dataDir);
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
