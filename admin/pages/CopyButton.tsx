import Button from "@mui/material/Button";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";

/** Copies by selecting, because the clipboard's own interface is missing on a plain http office network. */
export function CopyButton({ text }: { readonly text: string }) {
  const words = useWords().events;
  const notify = useNotify();
  const copy = () => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (copied) notify(words.copied, { type: "info", autoHideDuration: 1500 });
  };
  return (
    <Button variant="outlined" onClick={copy}>
      {words.copy}
    </Button>
  );
}
