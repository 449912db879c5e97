import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { databaseIn } from "./backup.ts";
import { rotation, runningInstance } from "./instance.ts";
import { readSettings } from "./settings.ts";
import { withFunction } from "./with-function.ts";

/** `npm run rotate-keys`: a new root key (密钥轮换), also while Linli runs. Nobody is signed out, and all opens as before. */
async function rotateKeys(): Promise<string> {
  const dataDir = resolve(readSettings([], process.env).dataDir);
  databaseIn(dataDir);
  const running = await runningInstance(dataDir);
  const { current } = running
    ? await running.rotateKeys()
    : await withFunction(dataDir, "auth", async (invoke) => rotation.parse(await invoke({ rotateKeys: {} })));
  const file = resolve(dataDir, `root-${current}.key`);
  if (!existsSync(file)) throw new Error(`The new root key is not in ${file}.`);
  return `${file}\nFrom now on backups open only together with this key and all earlier ones: keep a copy of it with them.`;
}

try {
  console.log(await rotateKeys());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
