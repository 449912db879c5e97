import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { useNotify } from "react-admin";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { deleteRows, type NotDeleted } from "./delete-rows.ts";

const NAMED = 5;

type Props = { readonly register: RegisterView; readonly ids: readonly string[]; readonly onClose: () => void };

/** Asks before rows are deleted, and tells which could not be. */
export function DeleteDialog({ register, ids, onClose }: Props) {
  const words = useWords();
  const notify = useNotify();
  const workspace = useWorkspace();
  const language = useLanguage();
  const titleId = useId();
  const [done, setDone] = useState<number>();
  const [kept, setKept] = useState<readonly NotDeleted[]>([]);
  const named = ids.slice(0, NAMED).map((id) => workspace.titles.titleOf(register.name, id) ?? words.record.empty);
  const run = async () => {
    setDone(0);
    const stayed = await deleteRows({ workspace, register, words, language }, ids, setDone);
    if (ids.length > stayed.length) notify(words.deleted(ids.length - stayed.length), { type: "info" });
    if (stayed.length === 0) onClose();
    setKept(stayed);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{words.deleteTitle(ids.length)}</DialogTitle>
      <DialogContent>
        {kept.length === 0 ? (
          <p>
            {done === undefined
              ? words.deleteText(named, ids.length - named.length, register.keptDays !== undefined)
              : words.deleting(done, ids.length)}
          </p>
        ) : (
          <div role="alert">
            <p>{words.notDeleted(kept.length)}</p>
            <ul>
              {kept.slice(0, 50).map(({ id, title, reason }) => (
                <li key={id}>
                  {title}: {reason}
                </li>
              ))}
            </ul>
          </div>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{kept.length > 0 ? words.close : words.cancel}</Button>
        {kept.length > 0 ? null : (
          <Button color="error" variant="contained" disabled={done !== undefined} onClick={() => void run()}>
            {words.delete}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
