import type { Workspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { filePages } from "../providers/file-pages.ts";
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
  return `${[label[language()], community.name, today()].join("-")}.${kind}`;
}

/** All pages of a csv, joined: only the first has the byte order mark and the headings. */
async function csvPages({ http }: Workspace, path: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const pages = await filePages(http, path);
  return pages.map((bytes, index) => (index === 0 ? bytes : bytes.subarray(headingEnd(bytes))));
}

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
