import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";

export type Asked = { readonly code: string; readonly name: string };

type Props = {
  readonly title: string;
  /** What is named, by which its draft is known. */
  readonly name: string;
  /** The code to begin with; without it only a name is asked for. */
  readonly withCode?: string;
  readonly onGive: (asked: Asked) => Promise<void>;
};

/** A button that asks for a name, and where there is one for a division code. */
export function NameDialog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {props.title}
      </Button>
      {open ? <NameForm {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NameForm({ title, name: of, withCode, onGive, onClose }: Props & { readonly onClose: () => void }) {
  const words = useWords().area;
  const draft = useDraft(of);
  const [code, setCode] = useTyped(draft, "code", withCode ?? "");
  const [name, setName] = useTyped(draft, "name", "");
  const send = async () => {
    await onGive({ code: code.trim(), name: name.trim() });
    onClose();
  };
  return (
    <FormDialog title={title} draft={draft} onClose={onClose} onSubmit={send} ready={name.trim() !== ""}>
      {withCode === undefined ? null : (
        <TextField
          required
          fullWidth
          label={words.code}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          slotProps={{ htmlInput: { inputMode: "numeric", maxLength: 12 } }}
        />
      )}
      <TextField
        required
        fullWidth
        autoFocus
        label={words.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
