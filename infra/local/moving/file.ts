import { createHash } from "node:crypto";
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import * as z from "zod/mini";
import type { KeptItem } from "../../../shared/rules/moving/owner.ts";
import { BackupRefused } from "../backup.ts";

/** A table of the product, by its short name. */
export const TABLES = ["records", "counts", "accounts"] as const;
export type Table = (typeof TABLES)[number];
export type MovedItem = { readonly table: Table; readonly item: KeptItem };

/** The first line of a moving file: whose it is, and the community's keys, sealed with the passphrase. */
const head = z.object({
  linli: z.literal("community"),
  format: z.literal(1),
  community: z.string().check(z.regex(/^\d{12}$/)),
  name: z.string(),
  exportedAt: z.iso.datetime(),
  keys: z.object({ salt: z.string(), box: z.string() }),
});
export type Head = z.infer<typeof head>;
/** The last line: how many items there are, and the SHA-256 of everything before it. */
const tail = z.object({ items: z.int(), sha256: z.string() });

const kept = z.looseObject({ pk: z.string(), sk: z.string() });
const apart = z.object({ table: z.enum(["counts", "accounts"]), item: kept });

/**
 * Writes a moving file (迁移文件): JSON lines, the items of the Records table as they are, those of the others with the
 * name of their table. It has its name only once it is whole. Gives how many items it holds.
 */
export async function writeMovingFile(path: string, first: Head, items: AsyncIterable<MovedItem>): Promise<number> {
  const unfinished = `${path}.unfinished`;
  const descriptor = openSync(unfinished, "w", 0o600);
  const hash = createHash("sha256");
  const write = (line: unknown): void => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    writeSync(descriptor, text);
  };
  let count = 0;
  try {
    write(first);
    for await (const { table, item } of items) {
      write(table === "records" ? item : { table, item });
      count += 1;
    }
    writeSync(descriptor, `${JSON.stringify({ items: count, sha256: hash.digest("hex") })}\n`);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, path);
  return count;
}

export type MovingFile = { readonly head: Head; readonly sha256: string; items(): AsyncGenerator<MovedItem> };

/** Opens a moving file, if every byte of it is as it was written. */
export async function openMovingFile(path: string): Promise<MovingFile> {
  if (!existsSync(path)) throw new BackupRefused(`There is no file ${path}.`);
  const hash = createHash("sha256");
  const first = await firstLine(path);
  let last = "";
  let lines = 0;
  for await (const line of linesOf(path)) {
    if (lines > 0) hash.update(`${last}\n`);
    last = line;
    lines += 1;
  }
  const [begin, end] = [head.safeParse(jsonOf(first)), tail.safeParse(jsonOf(last))];
  if (!begin.success) throw new BackupRefused(`${path} is no file of a community.`);
  const sha256 = hash.digest("hex");
  if (!end.success || end.data.sha256 !== sha256 || end.data.items !== lines - 2) {
    throw new BackupRefused(`${path} is damaged, or not all of it has come.`);
  }
  return { head: begin.data, sha256, items: () => itemsOf(path) };
}

async function* itemsOf(path: string): AsyncGenerator<MovedItem> {
  for await (const line of linesOf(path)) {
    const value = jsonOf(line);
    const record = kept.safeParse(value);
    const other = apart.safeParse(value);
    if (record.success) yield { table: "records", item: record.data };
    else if (other.success) yield other.data;
  }
}

async function firstLine(path: string): Promise<string> {
  for await (const line of linesOf(path)) return line;
  return "";
}

const linesOf = (path: string) => createInterface({ input: createReadStream(path, "utf8") });

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
