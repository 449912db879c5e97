import Button from "@mui/material/Button";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";

/** Copies by selecting, because the clipboard's own interface is missing on a plain http office network. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string | undefined }) {
  const words = useWords().events;
  const notify = useNotify();
  const copy = (button: HTMLElement) => {
    const field = document.createElement("textarea");
    field.value = text;
    // Beside the button: a dialog takes back the focus that leaves it, and with it the selection.
    button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    button.focus();
    if (copied) notify(words.copied, { type: "info", autoHideDuration: 1500 });
  };
  return (
    <Button variant="outlined" onClick={(event) => copy(event.currentTarget)}>
      {label ?? words.copy}
    </Button>
  );
}
