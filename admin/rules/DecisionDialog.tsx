import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";
import { useNotify } from "react-admin";
import type { ParameterValue } from "../../shared/schema/parameter.ts";
import type { Draft } from "../app/drafts.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { useRulesPage, useRulesWords } from "./rules.ts";

type Props = {
  readonly title: string;
  /** The parameter, or `preset`. */
  readonly name: string;
  /** What was chosen; undefined gives the own value up. */
  readonly value: ParameterValue | string | undefined;
  readonly ready?: boolean;
  /** Of the dialog that asks for the value too. */
  readonly draft: Draft;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

type Entered = { readonly warnings: readonly { readonly message: string }[] };

/** Enters what the committee decided (登记决定): the value, from which day, and the decision it rests on. */
export function DecisionDialog({ title, name, value, ready = true, draft, onClose, children }: Props) {
  const words = useRulesWords();
  const notify = useNotify();
  const { http, path, today } = useWorkspace();
  const { reload } = useRulesPage();
  const [from, setFrom] = useTyped(draft, "from", today);
  const [decision, setDecision] = useTyped(draft, "decision", "");
  const [decidedOn, setDecidedOn] = useTyped(draft, "decidedOn", today);
  const send = async () => {
    const body = { ...(value !== undefined && { value }), from, decision: decision.trim(), decidedOn };
    const { warnings } = await http<Entered>("POST", `${path}/rules/${name}`, { body });
    const [warning] = warnings;
    notify(warning ? `${words.entered}. ${words.warning}: ${warning.message}` : words.entered, {
      type: warning ? "warning" : "info",
    });
    reload();
    onClose();
  };
  const complete = ready && decision.trim() !== "" && from !== "" && decidedOn !== "";
  return (
    <FormDialog title={title} confirm={words.save} draft={draft} onClose={onClose} onSubmit={send} ready={complete}>
      {children}
      <TextField
        required
        fullWidth
        multiline
        minRows={2}
        label={words.decision}
        value={decision}
        onChange={(event) => setDecision(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <DayField label={words.decidedOn} value={decidedOn} onChange={setDecidedOn} />
      <DayField label={words.firstDay} value={from} onChange={setFrom} />
    </FormDialog>
  );
}

type DayProps = { readonly label: string; readonly value: string; readonly onChange: (day: string) => void };

function DayField({ label, value, onChange }: DayProps) {
  return (
    <TextField
      type="date"
      required
      fullWidth
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
