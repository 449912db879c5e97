import Box from "@mui/material/Box";
import { type DragEvent, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { sheetWords } from "../../shared/words/sheet.ts";
import { part } from "../app/part.tsx";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Banner } from "../layout/Banner.tsx";
import { Title } from "../layout/Title.tsx";
import type { RegisterView } from "../providers/contract.ts";
import { Sheet } from "../sheet/Sheet.tsx";
import type { Shown } from "../sheet/types.ts";
import { cellStateOf } from "./cell-state.ts";
import { columnsOf } from "./columns.ts";
import { entrySentence, fetchEntryWords } from "./entry-sentence.ts";
import { isLockedRow } from "./locked-rows.ts";
import { SheetTools } from "./SheetTools.tsx";
import { createRowSource } from "./sheet-rows.ts";
import { useFresh } from "./use-fresh.ts";
import { useOpenRow } from "./use-open-row.ts";
import { useRecordList } from "./use-record-list.ts";
import { useReferencedLists } from "./use-referenced-lists.ts";
import { useSheetEdits } from "./use-sheet-edits.ts";

const RecordPanel = part(() => import("./RecordPanel.tsx").then((panel) => panel.RecordPanel));
const ImportWizard = part(() => import("../imports/ImportWizard.tsx").then((page) => page.ImportWizard));
const DeleteDialog = part(() => import("./DeleteDialog.tsx").then((dialog) => dialog.DeleteDialog));

/** One list as a spreadsheet (台账表格). */
export function SheetPage({ register }: { readonly register: RegisterView }) {
  const workspace = useWorkspace();
  const language = useLanguage();
  const words = useWords();
  const list = workspace.listOf(register.name);
  const queue = workspace.queueOf(register);
  const loaded = useRecordList(list);
  const marks = useSyncExternalStore(queue.subscribe, queue.revision);
  const referenced = useReferencedLists(register);
  useFresh(list, referenced.lists);
  useEffect(fetchEntryWords, []);

  const [open, setOpen] = useOpenRow();
  const [importing, setImporting] = useState<{ readonly file?: File }>();
  const [deleting, setDeleting] = useState<readonly string[]>([]);
  const [rowsOf] = useState(createRowSource);
  const shown = useRef<(() => Shown) | undefined>(undefined);
  const edits = useSheetEdits(register, queue);

  const { revision, records } = loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the maps change in place; their revisions tell when
  const rows = useMemo(() => rowsOf(records, queue.state()), [rowsOf, records, queue, revision, marks]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other titles make other texts, so the columns are made anew
  const columns = useMemo(
    () =>
      columnsOf(register, {
        language,
        titles: workspace.titles,
        today: workspace.today,
        canRead: (name) => workspace.registerOf(name) !== undefined,
        sentence: entrySentence,
      }),
    [register, language, workspace, referenced.revision],
  );

  const cellReadOnly = useMemo(
    () => (register.flows?.length ? (id: string) => isLockedRow(register, records.get(id)?.values) : undefined),
    [register, records],
  );

  const { write } = register.rights;
  return (
    <Box
      sx={{ display: "flex", flexDirection: "column", height: "100%", p: { xs: 0.5, md: 1 }, gap: 0.5 }}
      {...(register.rights.import && fileDrop((file) => setImporting({ file })))}
    >
      <Title title={register.label[language]} />
      <h1 className="linli-list-name">{register.label[language]}</h1>
      {loaded.status === "failed" ? (
        <Banner
          kind="error"
          text={words.loadFailed}
          actions={[{ label: words.tryAgain, onClick: () => void list.load() }]}
        />
      ) : null}
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <Sheet
          columns={columns}
          rows={rows}
          words={sheetWords[language]}
          language={language}
          label={register.label[language]}
          loading={loaded.status === "loading" || loaded.status === "idle"}
          readOnly={!write}
          canAdd={write}
          storageKey={`linli.sheet.${workspace.me.account}.${register.name}`}
          stateVersion={marks}
          cellState={(id, key) => cellStateOf(queue.state(), register, words, id, key)}
          {...(cellReadOnly && { cellReadOnly })}
          aliases={queue.state().aliases}
          onEdit={edits.onEdit}
          onSelectionChange={edits.onSelectionChange}
          onUndoNewRows={edits.onUndoNewRows}
          onResolve={queue.resolve}
          onOpenRow={setOpen}
          {...(write && { onDeleteRows: setDeleting })}
          shown={shown}
          toolbar={<SheetTools register={register} queue={queue} shown={shown} onImport={() => setImporting({})} />}
        />
      </Box>
      <Suspense>
        {open === undefined ? null : (
          <RecordPanel
            register={register}
            id={queue.state().aliases.get(open) ?? open}
            onClose={() => setOpen(undefined)}
          />
        )}
        {importing ? (
          <ImportWizard register={register} file={importing.file} onClose={() => setImporting(undefined)} />
        ) : null}
        {deleting.length === 0 ? null : (
          <DeleteDialog register={register} ids={deleting} onClose={() => setDeleting([])} />
        )}
      </Suspense>
    </Box>
  );
}

/** A file dropped anywhere on the sheet begins an import. */
function fileDrop(onFile: (file: File) => void) {
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    onDragOver: (event: DragEvent) => {
      if (hasFile(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      onFile(file);
    },
  };
}
