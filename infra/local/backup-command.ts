import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupRefused, databaseIn, restoreBackup, rootKeysIn, takeBackup } from "./backup.ts";
import { openEngine } from "./dynamodb/engine.ts";
import { claimFolder, runningInstance } from "./instance.ts";
import { readSettings, SettingsError } from "./settings.ts";

const USAGE = `npm run backup -- <folder>
npm run restore -- <backup> [--key <root.key>]`;

/** `npm run backup -- <folder>`, also while Linli runs; `npm run restore -- <backup> --key <root.key>` while it does not. */
async function main([command, ...args]: readonly string[]): Promise<string> {
  const options = { key: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new BackupRefused(`Usage:\n${USAGE}`);
  const dataDir = resolve(readSettings([], process.env).dataDir);
  if (command === "backup") {
    const path = await backup(dataDir, resolve(folder));
    const keys = rootKeysIn(dataDir).map((name) => resolve(dataDir, name));
    return `${path}\nIt opens only together with ${keys.join(", ")}: keep a copy of that somewhere else.`;
  }
  if (await runningInstance(dataDir)) throw new BackupRefused(`Linli runs on ${dataDir}. End it first.`);
  restoreBackup(resolve(folder), dataDir, values.key === undefined ? undefined : resolve(values.key));
  return `Restored into ${dataDir}. Start it with "npm start".`;
}

async function backup(dataDir: string, to: string): Promise<string> {
  const running = await runningInstance(dataDir);
  if (running) return (await running.backup(to)).path;
  const file = databaseIn(dataDir);
  const instance = await claimFolder(dataDir);
  const engine = openEngine({ file });
  try {
    return await takeBackup(dataDir, to, new Date(), engine.copyTo);
  } finally {
    await engine.close();
    instance.release();
  }
}

process.umask(0o077);
try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  const isTold = error instanceof BackupRefused || error instanceof SettingsError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
}
