import type { Workspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { Problem } from "../providers/http.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** A whole list as a file (导出): csv by as many pages as there are, xlsx by the server or, if too long for it, here. */
export async function exportFile(workspace: Workspace, register: RegisterView, kind: "xlsx" | "csv"): Promise<Blob> {
  const path = `${workspace.path}/registers/${register.name}/export`;
  if (kind === "csv") return new Blob(await csvPages(workspace, `${path}.csv`), { type: "text/csv;charset=utf-8" });
  try {
    return await workspace.http<Blob>("GET", `${path}.xlsx`, { read: (response) => response.blob() });
  } catch (error) {
    if (error instanceof Problem && error.status === 413) return writeWorkbook(workspace, register);
    throw error;
  }
}

/** What a file is called: the list, whose it is and of which day. */
export function exportName({ community, today, language }: Workspace, { label }: RegisterView, kind: string): string {
  const name = [label[language()], community.name, today()].join("-");
  return `${name.replace(/[\\/:*?"<>|]/g, " ")}.${kind}`;
}

type Page = { readonly bytes: Uint8Array<ArrayBuffer>; readonly next: string | undefined };

/** All pages of a csv, joined: only the first has the byte order mark and the headings. */
async function csvPages({ http }: Workspace, first: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const page: Page = await http<Page>("GET", path, { read: readPage });
    parts.push(parts.length === 0 ? page.bytes : page.bytes.subarray(headingEnd(page.bytes)));
    path = page.next;
  }
  return parts;
}

// As bytes: text would lose the byte order mark.
const readPage = async (response: Response): Promise<Page> => ({
  bytes: new Uint8Array(await response.arrayBuffer()),
  next: /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.headers.get("link") ?? "")?.[1],
});

const QUOTE = 34;
const LINE_END = 10;

/** Where the first line of a csv ends; a heading in quotes may itself have several lines. */
export function headingEnd(bytes: Uint8Array): number {
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) quoted = !quoted;
    else if (bytes[at] === LINE_END && !quoted) return at + 1;
  }
  return bytes.length;
}
