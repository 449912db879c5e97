import type { DataRow } from "../../shared/import/find-table.ts";
import { fieldSentence } from "../../shared/words/problems.ts";
import type { Workspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { newId } from "../providers/http.ts";
import type { Preview } from "./contract.ts";
import { parseFile } from "./parse-file.ts";

const MEGABYTE = 1024 * 1024;
/** What fits through the server's door in one piece; more is read here and sent in parts. */
const WHOLE_MAX = 4 * MEGABYTE;
export const FILE_MAX = 20 * MEGABYTE;
const PART_ROWS = 2000;
const PART_CHARS = 2 * MEGABYTE;

/** A file that cannot be read, with the sentence that says why. */
export class UnreadableFile extends Error {}

/** Sends a file for a preview. `onProgress` counts rows when it goes in parts. */
export async function sendFile(
  workspace: Workspace,
  register: RegisterView,
  file: File,
  onProgress: (done: number, total: number) => void,
): Promise<Preview> {
  const path = `${workspace.path}/registers/${register.name}/imports`;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length <= WHOLE_MAX) {
    // Sent as plain bytes: as text, whatever is not UTF-8 would be destroyed on the way.
    const headers = { "content-type": "application/octet-stream", "idempotency-key": newId() };
    return workspace.http<Preview>("POST", path, { raw: bytes, headers });
  }
  const table = await parseFile({ bytes, register: register.name, ...scopeOf(workspace) });
  if (table.problem !== undefined) throw new UnreadableFile(fieldSentence(table.problem, workspace.language()));
  const columns = table.headers.map((header) => ({ header }));
  const { id } = await workspace.http<{ id: string }>("POST", path, {
    body: { columns },
    headers: { "idempotency-key": newId() },
  });
  return sendRows(workspace, `${path}/${id}/rows`, table.rows, onProgress);
}

async function sendRows(
  { http }: Workspace,
  path: string,
  rows: readonly DataRow[],
  onProgress: (done: number, total: number) => void,
): Promise<Preview> {
  let sent = 0;
  for (;;) {
    const part = nextPart(rows, sent);
    const last = sent + part.length >= rows.length;
    const answer = await http<Preview>("PUT", path, { body: { rows: part, ...(last && { last }) } });
    sent += part.length;
    onProgress(sent, rows.length);
    if (last) return answer;
  }
}

function nextPart(rows: readonly DataRow[], from: number): readonly DataRow[] {
  let chars = 0;
  let to = from;
  while (to < rows.length && to - from < PART_ROWS && (to === from || chars < PART_CHARS)) {
    chars += JSON.stringify(rows[to]).length;
    to += 1;
  }
  return rows.slice(from, to);
}

/** What the clerk may see and import, by which the columns of a file are told apart. */
export function scopeOf({ registers }: Workspace): { restricted: readonly string[]; imported: readonly string[] } {
  const fields = registers.flatMap((register) => Object.values(register.fields));
  return {
    restricted: fields.flatMap(({ restricted }) => restricted ?? []),
    imported: registers.filter(({ rights }) => rights.import).map(({ name }) => name),
  };
}
