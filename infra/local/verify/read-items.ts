import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { KeptItem } from "../../../shared/rules/moving/owner.ts";
import { BackupRefused, databaseIn } from "../backup.ts";
import { runningInstance } from "../instance.ts";
import { itemsIn } from "../moving/stored-items.ts";

/**
 * The items of the Records table in a backup, a data folder (also of a running Linli) or an exported file of one JSON
 * item a line. Nothing is written there, and no key is asked for.
 */
export async function* readItems(path: string): AsyncGenerator<KeptItem> {
  if (!existsSync(path)) throw new BackupRefused(`There is no ${path}.`);
  if (!isFolder(path)) return yield* fromLines(path);
  if (existsSync(join(path, "backup.json"))) return yield* fromDatabase(databaseIn(path));
  const running = await runningInstance(path);
  const copies = mkdtempSync(join(tmpdir(), "linli-verify-"));
  try {
    yield* fromDatabase(running ? databaseIn((await running.backup(copies)).path) : databaseIn(path), !running);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

/** A backup or a data folder, which holds everything. */
export const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

async function* fromLines(path: string): AsyncGenerator<KeptItem> {
  for await (const line of createInterface({ input: createReadStream(path, "utf8") })) {
    if (line.trim() === "") continue;
    const item = itemIn(line);
    if (item) yield item;
  }
}

function itemIn(line: string): KeptItem | undefined {
  try {
    const found: unknown = JSON.parse(line);
    return isItem(found) ? found : undefined;
  } catch {
    throw new BackupRefused("The file is damaged: a line of it is no JSON.");
  }
}

const isItem = (found: unknown): found is KeptItem =>
  typeof found === "object" && found !== null && "pk" in found && typeof found.pk === "string" && "sk" in found;

/** A copy is opened as what nobody writes to; a data folder may still have a log of its last writes beside it. */
function* fromDatabase(file: string, live = false): Generator<KeptItem> {
  const address = pathToFileURL(file);
  if (!live) address.searchParams.set("immutable", "1");
  const database = new DatabaseSync(address, { readOnly: true });
  try {
    yield* itemsIn(database, "records");
  } finally {
    database.close();
  }
}
