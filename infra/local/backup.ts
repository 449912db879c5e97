import { createHash, createHmac } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import * as z from "zod/mini";

/** What a backup says of itself. */
const manifest = z.object({
  takenAt: z.iso.datetime(),
  /** SHA-256 of the database file. */
  sha256: z.string(),
  /** By the file of each root key: tells whether a key is the one this data was sealed with, and nothing about it. */
  keyChecks: z.record(z.string(), z.string()),
});

/** Why a backup was not taken or not restored, for whoever asked for it. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}

const DATABASE = "linli.sqlite";
/** `root.key`, and after rotations `root-2.key`, `root-3.key` and so on. */
const KEY = "root.key";
const KEYS = /^root(-\d+)?\.key$/;

/**
 * Takes a backup (备份) of a data folder, also while Linli runs on it, into a new folder below `to`; gives its path.
 * `copyTo` copies the database, which its engine alone can do. The root keys are left out on purpose: whoever finds the
 * backup alone reads no sealed column.
 */
export async function takeBackup(
  dataDir: string,
  to: string,
  now: Date,
  copyTo: (file: string) => Promise<void>,
): Promise<string> {
  databaseIn(dataDir);
  const folder = join(to, `linli-${now.toISOString().slice(0, 19).replaceAll(":", "")}`);
  if (existsSync(folder)) throw new BackupRefused(`${folder} is there already.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  // How far the streams were read is copied first: what is then read again is known already, what is skipped is lost.
  const state = join(dataDir, "state");
  if (existsSync(state)) cpSync(state, join(unfinished, "state"), { recursive: true });
  const copy = join(unfinished, DATABASE);
  await copyTo(copy);
  // A key made after the copy has sealed nothing in it, and does no harm.
  const keyChecks = Object.fromEntries(
    rootKeysIn(dataDir).map((name) => [name, checkOf(readFileSync(join(dataDir, name)))]),
  );
  const told: z.infer<typeof manifest> = { takenAt: now.toISOString(), sha256: hashOf(copy), keyChecks };
  writeFileSync(join(unfinished, "backup.json"), JSON.stringify(told, null, 2));
  // Only a whole backup has its name.
  renameSync(unfinished, folder);
  return folder;
}

/** The database of a data folder. */
export function databaseIn(dataDir: string): string {
  const database = join(dataDir, DATABASE);
  if (!existsSync(database)) throw new BackupRefused(`There is no data in ${dataDir}.`);
  return database;
}

/** The files of the root keys in a data folder. */
export const rootKeysIn = (dataDir: string): string[] => readdirSync(dataDir).filter((name) => KEYS.test(name));

/**
 * Restores a backup (恢复) into an empty data folder, if the backup is whole and the keys are those it was sealed with.
 * `keyFile` is the first root key; those of later rotations lie beside it.
 */
export function restoreBackup(from: string, dataDir: string, keyFile: string | undefined): void {
  const told = manifestOf(from);
  const copy = join(from, DATABASE);
  if (!existsSync(copy) || hashOf(copy) !== told.sha256) throw new BackupRefused(`${basename(from)} is damaged.`);
  if (existsSync(join(dataDir, DATABASE))) {
    throw new BackupRefused(`${dataDir} holds data already. Restore into another folder (LINLI_DATA).`);
  }
  const keys = Object.entries(told.keyChecks).map(([name, check]) => {
    const kept = join(dataDir, name);
    const key = keyOf(name, kept, keyFile);
    if (key === undefined) throw new BackupRefused("Name the root key the data was sealed with: --key <root.key>.");
    if (!existsSync(key)) throw new BackupRefused(`There is no file ${key}.`);
    if (checkOf(readFileSync(key)) !== check) {
      throw new BackupRefused(`${key} is not the root key the data was sealed with.`);
    }
    return { key, kept };
  });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const { key, kept } of keys) if (key !== kept) copyFileSync(key, kept);
  const state = join(from, "state");
  if (existsSync(state)) cpSync(state, join(dataDir, "state"), { recursive: true });
  // Last: without it the folder counts as empty, and restoring can be tried again.
  copyFileSync(copy, `${join(dataDir, DATABASE)}.new`);
  renameSync(`${join(dataDir, DATABASE)}.new`, join(dataDir, DATABASE));
}

function keyOf(name: string, kept: string, keyFile: string | undefined): string | undefined {
  if (keyFile !== undefined) return name === KEY ? keyFile : join(dirname(keyFile), name);
  return existsSync(kept) ? kept : undefined;
}

function manifestOf(from: string): z.infer<typeof manifest> {
  const path = join(from, "backup.json");
  if (!existsSync(path)) throw new BackupRefused(`${from} is no backup.`);
  const read = z.safeParse(manifest, jsonOf(path));
  if (!read.success) throw new BackupRefused(`${path} cannot be read.`);
  return read.data;
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const checkOf = (key: Buffer) => createHmac("sha256", key.toString().trim()).update("linli backup").digest("hex");
