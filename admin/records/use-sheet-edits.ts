import { useMemo, useRef } from "react";
import type { RegisterView } from "../providers/contract.ts";
import type { SheetProps } from "../sheet/types.ts";
import { asValue } from "./columns.ts";
import type { Edit, SaveQueue } from "./save-queue.ts";
import { useDeleteRows } from "./use-delete-rows.ts";

/** What the sheet reports, turned into work for the save queue. */
export function useSheetEdits(register: RegisterView, queue: SaveQueue) {
  const selected = useRef<ReadonlySet<string>>(new Set());
  const remove = useDeleteRows(register);
  return useMemo(() => {
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
      void remove(
        known.filter((id) => !drafts.has(id)),
        () => undefined,
      );
    };
    return { onEdit, onSelectionChange, onUndoNewRows };
  }, [queue, remove]);
}
