import type { RecordView } from "../providers/contract.ts";
import type { SheetRow } from "../sheet/types.ts";
import type { QueueState } from "./queue-state.ts";

/** Rows for the sheet: records with what the clerk changed laid over them, then new rows. Unchanged rows stay the same object. */
export type RowSource = (records: ReadonlyMap<string, RecordView>, queue: QueueState) => readonly SheetRow[];

export function createRowSource(): RowSource {
  const plain = new WeakMap<RecordView, SheetRow>();
  return (records, { cells, drafts }) => {
    const rows: SheetRow[] = [];
    for (const record of records.values()) {
      const changes = cells.get(record.id);
      if (changes) {
        const values: Record<string, unknown> = { ...record.values };
        for (const [key, { value }] of changes) values[key] = value;
        rows.push({ id: record.id, values });
        continue;
      }
      let row = plain.get(record);
      if (!row) {
        row = { id: record.id, values: record.values };
        plain.set(record, row);
      }
      rows.push(row);
    }
    for (const [id, { values }] of drafts) rows.push({ id, values });
    return rows;
  };
}
