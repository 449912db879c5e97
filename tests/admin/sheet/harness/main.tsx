import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Sheet } from "../../../../admin/sheet/Sheet.tsx";
import type { CellEdit, CellState, SheetRow } from "../../../../admin/sheet/types.ts";
import { sheetWords } from "../../../../shared/words/sheet.ts";
import { columns, slowLookUp } from "./columns.ts";
import { makeRows } from "./rows.ts";

type Call = { readonly name: string; readonly edits?: readonly CellEdit[]; readonly detail?: unknown };

/** What tests may ask of the page: what the sheet reported, and changes as other people would make them. */
export type Harness = {
  calls: Call[];
  rows: () => readonly SheetRow[];
  setRows: (change: (rows: readonly SheetRow[]) => readonly SheetRow[]) => void;
  mark: (rowId: string, key: string, state: CellState | undefined) => void;
  setReadOnly: (readOnly: boolean) => void;
  setAliases: (aliases: ReadonlyMap<string, string>) => void;
  slowLookUp: (ms: number) => void;
};

const query = new URLSearchParams(location.search);
const english = query.get("lang") === "en";
const marks = new Map<string, CellState>();

function apply(rows: readonly SheetRow[], edits: readonly CellEdit[]): readonly SheetRow[] {
  const next = [...rows];
  const places = new Map(next.map((row, at) => [row.id, at]));
  for (const { rowId, tempId, key, value } of edits) {
    const id = rowId ?? tempId ?? "";
    const at = places.get(id) ?? next.length;
    places.set(id, at);
    next[at] = { id, values: { ...next[at]?.values, [key]: value } };
  }
  return next;
}

function Page() {
  const [rows, setRows] = useState<readonly SheetRow[]>(() => makeRows(Number(query.get("rows") ?? 200)));
  const [stateVersion, setVersion] = useState(0);
  const [readOnly, setReadOnly] = useState(false);
  const [aliases, setAliases] = useState<ReadonlyMap<string, string>>(new Map());
  const harness: Harness = {
    calls: window.harness?.calls ?? [],
    rows: () => rows,
    setRows,
    mark(rowId, key, state) {
      if (state) marks.set(`${rowId} ${key}`, state);
      else marks.delete(`${rowId} ${key}`);
      setVersion((version) => version + 1);
    },
    setReadOnly,
    setAliases,
    slowLookUp,
  };
  window.harness = harness;
  const remove = (name: string) => (rowIds: readonly string[]) => {
    harness.calls.push({ name, detail: rowIds });
    setRows((present) => present.filter((row) => !rowIds.includes(row.id)));
  };
  return (
    <Sheet
      columns={columns}
      rows={rows}
      cellState={(rowId, key) => marks.get(`${rowId} ${key}`)}
      stateVersion={stateVersion}
      onEdit={(edits, reason) => {
        harness.calls.push({ name: reason, edits });
        setRows((present) => apply(present, edits));
      }}
      onOpenRow={(rowId) => harness.calls.push({ name: "open", detail: rowId })}
      onSelectionChange={(rowIds) => harness.calls.push({ name: "select", detail: rowIds.length })}
      onDeleteRows={remove("delete")}
      onUndoNewRows={remove("undoNew")}
      onResolve={(rowId, key, choice) => harness.calls.push({ name: "resolve", detail: { rowId, key, choice } })}
      words={english ? sheetWords.en : sheetWords.zh}
      language={english ? "en" : "zh"}
      storageKey="sheet-harness"
      aliases={aliases}
      readOnly={readOnly}
      canAdd={query.get("add") !== "no"}
    />
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Page />);

declare global {
  interface Window {
    harness?: Harness;
  }
}
