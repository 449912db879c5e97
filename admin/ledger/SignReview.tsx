import TextField from "@mui/material/TextField";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { useLedgerWords, useSend } from "./ledger.ts";

type Props = { readonly month: string; readonly onClose: () => void; readonly onSigned: () => void };

/** A reviewer's signature under a month, with what they found (审核签字). */
export function SignReview({ month, onClose, onSigned }: Props) {
  const words = useLedgerWords();
  const send = useSend();
  const draft = useDraft(`months.${month}.review`);
  const [findings, setFindings] = useTyped(draft, "findings", "");
  const submit = async () => {
    await send(`months/${month}/review`, findings.trim() === "" ? {} : { findings: findings.trim() });
    onSigned();
  };
  return (
    <FormDialog
      title={`${words.review} ${month}`}
      confirm={words.sign}
      draft={draft}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{words.reviewText}</p>
      <TextField
        autoFocus
        multiline
        minRows={3}
        fullWidth
        label={words.findings}
        value={findings}
        onChange={(event) => setFindings(event.target.value)}
      />
    </FormDialog>
  );
}
