import TextField from "@mui/material/TextField";
import { useWords } from "../app/use-words.ts";
import { useDraft, useTyped } from "./draft.ts";
import { FormDialog } from "./FormDialog.tsx";

type Props = {
  /** What is done to which record, by which its draft is known. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly onGive: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Asks why, where the answer stays in the history. */
export function ReasonDialog({ name, title, text, onGive, onClose }: Props) {
  const words = useWords();
  const draft = useDraft(name);
  const [reason, setReason] = useTyped(draft, "reason", "");
  return (
    <FormDialog
      title={title}
      draft={draft}
      onClose={onClose}
      onSubmit={() => onGive(reason.trim())}
      ready={reason.trim() !== ""}
    >
      <p>{text}</p>
      <TextField
        autoFocus
        fullWidth
        required
        label={words.record.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
