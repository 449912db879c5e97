import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import { FormDialog } from "../layout/FormDialog.tsx";

export type Asked = { readonly code: string; readonly name: string };

type Props = {
  readonly title: string;
  /** The code to begin with; without it only a name is asked for. */
  readonly withCode?: string;
  readonly onGive: (asked: Asked) => Promise<void>;
};

/** A button that asks for a name, and where there is one for a division code. */
export function NameDialog({ title, withCode, onGive }: Props) {
  const words = useWords().area;
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState(withCode ?? "");
  const [name, setName] = useState("");
  const close = () => {
    setOpen(false);
    setName("");
    setCode(withCode ?? "");
  };
  const send = async () => {
    await onGive({ code: code.trim(), name: name.trim() });
    close();
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open ? (
        <FormDialog title={title} onClose={close} onSubmit={send} ready={name.trim() !== ""}>
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
      ) : null}
    </>
  );
}
