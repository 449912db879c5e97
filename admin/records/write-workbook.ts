import type { FileTable } from "../../shared/files/write-file.ts";
import { exportCells, exportColumns } from "../../shared/import/export-table.ts";
import type { Showing } from "../../shared/schema/kind.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Workspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Writes the list that is in memory as a workbook, in a worker of its own, because a long list takes its time. */
export async function writeWorkbook(workspace: Workspace, { name, fields }: RegisterView): Promise<Blob> {
  const register = registerNamed(name);
  if (!register) throw new Error(`There is no list ${name}`);
  const list = workspace.listOf(name);
  await list.refresh();
  const language = workspace.language();
  // What the reader may not see is not among the fields they were told of.
  const restricted = new Set(Object.values(fields).flatMap((field) => field.restricted ?? []));
  const columns = exportColumns(register, (right) => restricted.has(right), language);
  const showing: Showing = { language, titleOf: workspace.titles.titleOf };
  const rows = Array.from(list.get().records.values(), (record) => exportCells(columns, record, showing));
  const plain = columns.map(({ header, type, width }) => ({ header, type, width }));
  const bytes = await inWorker({ name: register.label[language], columns: plain, rows });
  return new Blob([bytes], { type: XLSX });
}

function inWorker(table: FileTable): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL("./workbook.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(table);
  }).finally(() => worker.terminate());
}
