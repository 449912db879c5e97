import { useEffect, useMemo, useRef } from "react";
import { notices } from "../app/notices.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { later } from "../sheet/later.ts";
import type { SheetProps } from "../sheet/types.ts";
import { asValue } from "./columns.ts";
import type { Edit, SaveQueue } from "./save-queue.ts";

const deletion = later(() => import("./delete-rows.ts"));

/** What the sheet reports, turned into work for the save queue. */
export function useSheetEdits(register: RegisterView, queue: SaveQueue) {
  const selected = useRef<ReadonlySet<string>>(new Set());
  const workspace = useWorkspace();
  const words = useWords();
  const language = useLanguage();
  useEffect(() => deletion.loadWhenIdle(), []);
  return useMemo(() => {
    const remove = async (ids: readonly string[]) => {
      if (ids.length === 0) return;
      await deletion.load();
      const given = { workspace, register, words, language };
      const kept = await deletion.get()?.deleteRows(given, ids, () => undefined);
      const reasons = new Set(kept ? kept.map(({ reason }) => reason) : [words.loadFailed]);
      if (reasons.size > 0) notices.say(`${words.notDeleted((kept ?? ids).length)} ${[...reasons].join(" ")}`);
    };
    const onEdit: SheetProps["onEdit"] = (edits, reason) => {
      const wanted: Edit[] = edits.flatMap(({ rowId, key, value, tempId }) => {
        const id = rowId ?? tempId;
        return id === undefined ? [] : [{ id, isNew: rowId === null, key, value: asValue(value) }];
      });
      queue.edit(wanted);
      // Rows of a block stand there complete or not; nobody is still typing in them.
      if (reason === "paste") for (const id of new Set(wanted.map((edit) => edit.id))) queue.leave(id);
    };
    const onSelectionChange = (ids: readonly string[]) => {
      const now = new Set(ids);
      for (const id of selected.current) if (!now.has(id)) queue.leave(id);
      selected.current = now;
    };
    const onUndoNewRows = (ids: readonly string[]) => {
      const { aliases, drafts } = queue.state();
      const known = ids.map((id) => aliases.get(id) ?? id);
      for (const id of known) if (drafts.has(id)) queue.discard(id);
      void remove(known.filter((id) => !drafts.has(id)));
    };
    return { onEdit, onSelectionChange, onUndoNewRows };
  }, [queue, workspace, register, words, language]);
}
