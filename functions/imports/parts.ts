import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { invalid } from "../../shared/contract/refusal.ts";
import type { Cell } from "../../shared/files/cell.ts";
import type { DataRow } from "../../shared/import/find-table.ts";
import type { Deps } from "../http/deps.ts";
import { expiry, partKey } from "../jobs/job.ts";
import { sealBytes, unsealBytes } from "../records/seal.ts";
import { deleteItem, getItem, itemsBetween, putItem } from "../store/items.ts";

const packed = promisify(deflateRaw);
const unpacked = promisify(inflateRaw);

/** Rows of one part: few enough for an item of 400 kB, whatever they hold. */
const ROWS_TOGETHER = 500;
const BYTES_TOGETHER = 280_000;
/** Parts written at the same time. */
const AT_ONCE = 8;

/** Keeps what belongs to an import, packed and sealed: files are full of people. */
export async function savePart(deps: Deps, id: string, part: string, content: unknown): Promise<void> {
  const bytes = await packed(Buffer.from(JSON.stringify(content), "utf8"));
  const box = await sealBytes(deps, placeOf(id, part), bytes);
  await putItem(deps, { ...partKey(id, part), box, ttl: expiry(deps) });
}

export async function readPart(deps: Deps, id: string, part: string): Promise<unknown> {
  const item = await getItem(deps, partKey(id, part));
  return item && opened(deps, id, item);
}

/** Parts whose name begins so and comes after `after`, in order, one page at a time. */
export async function* partsBeginning(
  deps: Deps,
  id: string,
  prefix: string,
  { after = prefix, backwards = false, limit }: { after?: string; backwards?: boolean; limit?: number } = {},
): AsyncGenerator<{ readonly part: string; readonly content: unknown }> {
  const [from, to] = backwards ? [prefix, after] : [after, `${prefix}~`];
  const range = { pk: partKey(id, "").pk, from, to, backwards, ...(limit !== undefined && { limit }) };
  for await (const item of itemsBetween(deps, range)) {
    yield { part: String(item.sk), content: await opened(deps, id, item) };
  }
}

/** Keeps rows of a file in parts named after their first row, so that sending them again replaces them. */
export async function saveRows(deps: Deps, id: string, rows: readonly DataRow[]): Promise<void> {
  const chunks = chunked(rows);
  for (let start = 0; start < chunks.length; start += AT_ONCE) {
    await Promise.all(
      chunks.slice(start, start + AT_ONCE).map((chunk) => savePart(deps, id, rowsPart(chunk[0]?.row ?? 0), chunk)),
    );
  }
}

export const rowsPart = (row: number) => `R#${String(row).padStart(8, "0")}`;

/** The kept rows of a file in order, from the part that holds `from` on, and the part before it. */
export async function* rowsFrom(deps: Deps, id: string, from: number): AsyncGenerator<DataRow> {
  let first = "R#";
  if (from > 0) {
    const before = partsBeginning(deps, id, "R#", { after: rowsPart(from), backwards: true, limit: 2 });
    for await (const { part } of before) first = part;
  }
  for await (const { content } of partsBeginning(deps, id, "R#", { after: first })) yield* content as DataRow[];
}

/** The first rows, at most so many, and all of them, those included. */
export async function begunRows(
  rows: AsyncGenerator<DataRow>,
  count: number,
): Promise<{ first: readonly DataRow[]; all: AsyncGenerator<DataRow> }> {
  const first: DataRow[] = [];
  while (first.length < count) {
    const { done, value } = await rows.next();
    if (done) break;
    first.push(value);
  }
  async function* all() {
    yield* first;
    yield* rows;
  }
  return { first, all: all() };
}

export async function removeParts(deps: Deps, id: string, parts: readonly string[]): Promise<void> {
  for (const part of parts) await deleteItem(deps, partKey(id, part));
}

function chunked(rows: readonly DataRow[]): DataRow[][] {
  const chunks: DataRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = rowBytes(row.cells);
    if (size > BYTES_TOGETHER) throw invalid({ path: `rows.${row.row}`, code: "part-too-large" });
    const chunk = chunks.at(-1);
    if (chunk && chunk.length < ROWS_TOGETHER && bytes + size <= BYTES_TOGETHER) {
      chunk.push(row);
      bytes += size;
    } else {
      chunks.push([row]);
      bytes = size;
    }
  }
  return chunks;
}

function rowBytes(cells: readonly Cell[]): number {
  let bytes = 0;
  for (const cell of cells) bytes += 4 + (typeof cell === "string" ? Buffer.byteLength(cell, "utf8") : 12);
  return bytes;
}

async function opened(deps: Deps, id: string, item: Record<string, unknown>): Promise<unknown> {
  const bytes = await unsealBytes(deps, placeOf(id, String(item.sk)), String(item.box));
  return JSON.parse((await unpacked(bytes)).toString("utf8"));
}

function placeOf(id: string, part: string): string {
  return `import/${id}/${part}`;
}
