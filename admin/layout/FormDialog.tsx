import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Draft } from "../app/drafts.ts";
import { useWords } from "../app/use-words.ts";
import { DraftNote } from "./DraftNote.tsx";
import { DraftContext } from "./draft.ts";
import { troubleOf } from "./trouble.ts";

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm?: string;
  readonly ready?: boolean;
  /** Keeps what is typed; a dialog without one has nothing to type. */
  readonly draft?: Draft;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
};

/**
 * A short form over the page: sends itself, and shows what the server refuses instead of closing. What is typed is kept
 * until it is sent or cancelled; a key or a click beside the dialog closes it and loses nothing.
 */
export function FormDialog({ title, children, confirm, ready = true, draft, onSubmit, onClose }: Props) {
  const words = useWords();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const sending = useRef(false);
  useEffect(() => draft?.entitle(title), [draft, title]);
  const submit = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit();
      draft?.drop();
    } catch (error) {
      setProblem(troubleOf(error, words));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const cancel = () => {
    draft?.drop();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void submit();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <DraftNote draft={draft} />
          <DraftContext value={draft}>{children}</DraftContext>
          {problem === undefined ? null : (
            <Alert severity="error" sx={{ mt: 1 }}>
              {problem}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={cancel}>{words.cancel}</Button>
          <Button type="submit" variant="contained" disabled={busy || !ready}>
            {confirm ?? words.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
