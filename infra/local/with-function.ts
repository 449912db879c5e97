import type { Engine } from "./dynamodb/engine.ts";
import { claimFolder } from "./instance.ts";
import { startRunner } from "./runner.ts";
import { synthesized } from "./synthesized.ts";

/** Calls one function on a data folder that nothing runs on: it runs for this one call. */
export async function withFunction<T>(
  dataDir: string,
  name: string,
  call: (invoke: (event: unknown) => Promise<unknown>, engine: Engine) => Promise<T>,
): Promise<T> {
  const instance = await claimFolder(dataDir);
  try {
    const runner = await startRunner({ template: await synthesized([name]), dataDir, functions: [name] });
    try {
      return await call((event) => runner.invoke(name, event), runner.engine);
    } finally {
      await runner.close();
    }
  } finally {
    instance.release();
  }
}
