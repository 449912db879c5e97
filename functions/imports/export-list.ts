import { Refusal } from "../../shared/contract/refusal.ts";
import type { Cell } from "../../shared/files/cell.ts";
import { writeCsvText, writeXlsx } from "../../shared/files/write-file.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { type ExportColumn, exportCells, exportColumns } from "../../shared/import/export-table.ts";
import { shownTitle } from "../../shared/import/shown-title.ts";
import type { Showing } from "../../shared/schema/kind.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import { viewRecord } from "../records/view.ts";
import { allRecords, pageRecords } from "../store/records.ts";

/** What an answer may measure: the gateway's 6 MB, less what packing binary content as text costs. */
const XLSX_MAX = 4_300_000;
const CSV_MAX = 4_000_000;
/** Records whose lines are measured together. */
const TOGETHER = 100;

export type ExportRequest = {
  readonly register: Register;
  readonly community: string;
  readonly rights: Rights;
  readonly language: Language;
};

/** A whole list as a workbook; refused when it would be too large to send at once. */
export async function exportXlsx(deps: Deps, request: ExportRequest, bytesMax = XLSX_MAX): Promise<Uint8Array> {
  const { register, community, language } = request;
  const { columns, cellsOf } = await openExport(deps, request);
  const rows: Cell[][] = [];
  for await (const record of allRecords(deps, register.name, community)) rows.push(cellsOf(record));
  const file = await writeXlsx({ name: register.label[language], columns, rows });
  if (file.length > bytesMax) throw new Refusal("too-large", [{ path: "", code: "xlsx-too-large" }]);
  return file;
}

/** One page of a list as csv with headings; `after` of the answer continues it. */
export async function exportCsv(
  deps: Deps,
  request: ExportRequest,
  after: string | undefined,
): Promise<{ text: string; after?: string }> {
  const { columns, cellsOf } = await openExport(deps, request);
  const rows: Cell[][] = [];
  let bytes = 0;
  let reached = after;
  for (;;) {
    const page = await pageRecords(deps, request.register.name, request.community, {
      limit: TOGETHER,
      ...(reached !== undefined && { after: reached }),
    });
    const lines = page.records.map(cellsOf);
    const size = bytesOf(columns, lines);
    const isFull = rows.length > 0 && bytes + size > CSV_MAX;
    if (isFull) return { text: writeCsvText({ columns, rows }), ...(reached !== undefined && { after: reached }) };
    rows.push(...lines);
    bytes += size;
    if (page.after === undefined) return { text: writeCsvText({ columns, rows }) };
    reached = page.after;
  }
}

function bytesOf(columns: readonly ExportColumn[], rows: readonly Cell[][]): number {
  return Buffer.byteLength(writeCsvText({ columns, rows }), "utf8");
}

async function openExport(deps: Deps, { register, community, rights, language }: ExportRequest) {
  const columns = exportColumns(register, rights.restricted, language);
  const titles = await loadTitles(deps, columns, community, rights, language);
  const showing: Showing = { language, titleOf: (to, id) => titles.get(`${to}#${id}`) ?? "" };
  const cellsOf = (record: Parameters<typeof viewRecord>[1]) =>
    exportCells(columns, viewRecord(register, record, rights.restricted), showing);
  return { columns, cellsOf };
}

/** Titles of what the list refers to. What the reader may not read stays empty. */
async function loadTitles(
  deps: Deps,
  columns: readonly ExportColumn[],
  community: string,
  rights: Rights,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const named = columns.flatMap(({ field }) =>
    field?.kind === "reference" || field?.kind === "references" ? [field.to] : [],
  );
  const titles = new Map<string, string>();
  for (const name of new Set(named)) {
    const register = registerNamed(name);
    if (!register || !rights.can("read", name)) continue;
    for await (const { id, values } of allRecords(deps, name, community)) {
      titles.set(`${name}#${id}`, shownTitle(register, values, language));
    }
  }
  return titles;
}
