import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    // The owner makes the folder first and writes its number a moment later.
    if (!pid) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
