import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildFolder } from "./paths.ts";

const lock = join(buildFolder, "lock");
const owner = join(lock, "pid");

/** Lets one process at a time build: tests run in parallel and would otherwise read half-written bundles. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(buildFolder, { recursive: true });
  while (!taken()) await wait(100);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(): boolean {
  try {
    mkdirSync(lock);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (ownerIsGone()) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function ownerIsGone(): boolean {
  try {
    const pid = Number(readFileSync(owner, "utf8"));
    if (pid > 0) process.kill(pid, 0);
    return pid > 0 ? false : isAbandoned();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "ESRCH" || (code === "ENOENT" && isAbandoned());
  }
}

/** The owner makes the folder first and writes its number a moment later; one that died between the two never will. */
function isAbandoned(): boolean {
  const made = statSync(lock, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > 10_000;
}
