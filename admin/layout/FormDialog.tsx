import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId, useState } from "react";
import { useWords } from "../app/use-words.ts";
import { Problem } from "../providers/http.ts";

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm?: string;
  readonly ready?: boolean;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
};

/** A short form over the page: sends itself, and shows what the server refuses instead of closing. */
export function FormDialog({ title, children, confirm, ready = true, onSubmit, onClose }: Props) {
  const words = useWords();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : words.loadFailed);
    } finally {
      setBusy(false);
    }
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
          {children}
          {problem === undefined ? null : (
            <Alert severity="error" sx={{ mt: 1 }}>
              {problem}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="contained" disabled={busy || !ready}>
            {confirm ?? words.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
