import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import LinearProgress from "@mui/material/LinearProgress";
import { useId } from "react";
import { useLanguage, useWords } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import { ChooseFile } from "./ChooseFile.tsx";
import { ImportOutcome } from "./ImportOutcome.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { useImport } from "./use-import.ts";

type Props = { readonly register: RegisterView; readonly file?: File | undefined; readonly onClose: () => void };

/** Takes a file into a list (导入): choose, check what each column and row becomes, confirm, undo. */
export function ImportWizard({ register, file, onClose }: Props) {
  const words = useWords();
  const language = useLanguage();
  const titleId = useId();
  const work = useImport(register, file);
  const { step, problem, unsent } = work;
  const { counts } = step.kind === "preview" ? step.preview : { counts: undefined };
  const taken = counts ? counts.new + counts.changed : 0;
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        // A click beside the window must not throw a checked file away.
        if (reason === "escapeKeyDown" || step.kind === "choose") onClose();
      }}
      aria-labelledby={titleId}
      maxWidth="lg"
      fullWidth
    >
      <DialogTitle id={titleId}>{words.imports.title(register.label[language])}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 1.5, alignContent: "start" }}>
        {problem === undefined ? null : <Alert severity="error">{problem}</Alert>}
        {step.kind === "choose" ? (
          <>
            {unsent ? (
              <Button variant="outlined" onClick={() => void work.send(unsent)}>
                {words.line.sameFile(unsent.name)}
              </Button>
            ) : null}
            <ChooseFile onFile={work.send} />
          </>
        ) : null}
        {step.kind === "sending" ? (
          <Busy
            text={step.total > 0 ? words.imports.sending(step.done, step.total) : words.imports.reading}
            {...step}
          />
        ) : null}
        {step.kind === "preview" ? (
          <ImportPreview register={register} preview={step.preview} onColumns={work.correct} />
        ) : null}
        {step.kind === "running" ? (
          <Busy
            text={
              step.undoing ? words.imports.undoing(step.done, step.total) : words.imports.running(step.done, step.total)
            }
            {...step}
          />
        ) : null}
        {step.kind === "done" ? (
          <ImportOutcome register={register} progress={step.progress} taken={step.taken} />
        ) : null}
      </DialogContent>
      <DialogActions>
        {step.kind === "preview" ? (
          <>
            <span className="linli-note">
              {counts && counts.error > 0 ? words.imports.leavesErrors(counts.error) : null}
            </span>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button variant="contained" disabled={taken === 0 || work.isBusy} onClick={() => void work.commit()}>
              {taken === 0 ? words.imports.nothingToTake : words.imports.commit(taken)}
            </Button>
          </>
        ) : (
          <>
            {step.kind === "done" && step.progress.state === "done" && !step.progress.undone ? (
              <Button color="error" disabled={work.isBusy} onClick={() => void work.undo()}>
                {words.imports.undo}
              </Button>
            ) : null}
            {step.kind === "done" ? <Button onClick={work.restart}>{words.imports.other}</Button> : null}
            <Button onClick={onClose}>{words.close}</Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Busy({ text, done, total }: { readonly text: string; readonly done: number; readonly total: number }) {
  return (
    <div role="status">
      <p>{text}</p>
      <LinearProgress
        aria-label={text}
        {...(total > 0 ? { variant: "determinate", value: Math.min(100, (done / total) * 100) } : {})}
      />
    </div>
  );
}
