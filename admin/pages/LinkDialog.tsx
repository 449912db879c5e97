import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useWords } from "../app/use-words.ts";
import { CopyButton } from "./CopyButton.tsx";

type Props = {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** What the button says that copies the lines; without it, that it copies an address. */
  readonly copyLabel?: string;
  readonly onClose: () => void;
};

/** Something that is shown once, to be handed on. */
export function LinkDialog({ title, text, lines, copyLabel, onClose }: Props) {
  const words = useWords();
  const titleId = useId();
  return (
    <Dialog open aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <p>{text}</p>
        {lines.map((line) => (
          <p key={line} style={{ overflowWrap: "anywhere", fontFamily: "monospace" }}>
            {line}
          </p>
        ))}
        <CopyButton text={lines.join("\n")} label={copyLabel} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{words.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
