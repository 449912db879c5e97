import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import { FormDialog } from "./FormDialog.tsx";

type Props = {
  readonly title: string;
  readonly text: string;
  readonly onGive: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Asks why, where the answer stays in the history. */
export function ReasonDialog({ title, text, onGive, onClose }: Props) {
  const words = useWords();
  const [reason, setReason] = useState("");
  return (
    <FormDialog title={title} onClose={onClose} onSubmit={() => onGive(reason.trim())} ready={reason.trim() !== ""}>
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
