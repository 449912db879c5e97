import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNotify } from "react-admin";
import type { Value, Values } from "../../shared/schema/field.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { Problem } from "../providers/http.ts";
import type { MoveView } from "./contract.ts";
import { FieldInput } from "./FieldInput.tsx";
import { useFlowWords } from "./use-flow-words.ts";

type Props = {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly move: MoveView;
  /** Of the record's moves in the staff API. */
  readonly path: string;
  readonly onMoved: () => void;
  readonly onClose: () => void;
};

/** One step (流转): the columns it takes, what must be filled, and why, where a reason is asked. */
export function MoveDialog({ register, record, move, path, onMoved, onClose }: Props) {
  const words = useFlowWords();
  const language = useLanguage();
  const { http, today } = useWorkspace();
  const notify = useNotify();
  const columns = [...move.takes, ...(move.on && !move.takes.includes(move.on) ? [move.on] : [])];
  const draft = useDraft(`${register.name}.${record.id}.${move.name}`);
  const [values, setValues] = useTyped<Values>(draft, "values", () => begun(columns, record, move, today()));
  const [reason, setReason] = useTyped(draft, "reason", "");
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const isFilled = move.needs.every((column) => !isEmpty(values[column])) && (!move.reason || reason.trim() !== "");

  const submit = async () => {
    setWrong({});
    const body = { values, ...(reason.trim() !== "" && { reason: reason.trim() }) };
    try {
      await http("POST", `${path}/${move.name}`, { body });
      onMoved();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Somebody was quicker; what else stands against the step is shown in the dialog. What was typed is kept.
      if (error.body.current !== undefined) {
        notify(error.message, { type: "warning" });
        onMoved();
        throw error;
      }
      setWrong(Object.fromEntries((error.body.fields ?? []).map((field) => [field.path.split(".")[0], field.message])));
      throw error;
    }
  };
  return (
    <FormDialog
      title={move.label[language]}
      confirm={move.label[language]}
      ready={isFilled}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      {columns.map((column, index) => {
        const field = register.fields[column];
        if (!field) return null;
        return (
          <FieldInput
            key={column}
            name={column}
            field={field}
            value={values[column] ?? null}
            required={move.needs.includes(column)}
            wrong={wrong[column]}
            autoFocus={index === 0}
            onChange={(value) => setValues((before) => ({ ...before, [column]: value }))}
          />
        );
      })}
      <TextField
        margin="dense"
        fullWidth
        multiline
        required={move.reason}
        label={move.reason ? words.reason : words.optionalReason}
        value={reason}
        error={wrong.reason !== undefined}
        helperText={wrong.reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, name: "reason" } }}
      />
    </FormDialog>
  );
}

/** What the columns hold already; the day of the step is today. */
function begun(columns: readonly string[], { values }: RecordView, { on }: MoveView, today: string): Values {
  return Object.fromEntries(columns.map((column) => [column, column === on ? today : (values[column] ?? null)]));
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
