import { useState } from "react";
import { useNotify } from "react-admin";
import { duties } from "../../shared/registers/duty.ts";
import type { Values } from "../../shared/schema/field.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { FieldInput } from "../flows/FieldInput.tsx";
import { useFlowWords } from "../flows/use-flow-words.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { Problem } from "../providers/http.ts";
import type { TodayItem } from "./contract.ts";

type Props = {
  readonly item: TodayItem;
  readonly duty: NonNullable<TodayItem["duty"]>;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

const COLUMNS = ["done", "attendance", "subject", "floorDry", "furniture", "cleared", "corners", "evidence"] as const;

/** Writes down that a duty was done, with its evidence (登记履职). */
export function DutyDialog({ item, duty, onDone, onClose }: Props) {
  const words = useFlowWords();
  const language = useLanguage();
  const { http, path, today } = useWorkspace();
  const notify = useNotify();
  const draft = useDraft(`duties.${duty.name}.${duty.period}`);
  const [values, setValues] = useTyped<Values>(draft, "values", () => ({ done: today() }));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const shown = COLUMNS.filter((column) => column === "done" || duty.needs.includes(column));
  const isFilled = duty.needs.every((column) => (values[column] ?? "") !== "");
  const submit = async () => {
    setWrong({});
    try {
      const body = { period: duty.period, values };
      await http("POST", `${path}/duties/${duty.name}/done`, { body });
      notify(words.written, { type: "success" });
      onDone();
      onClose();
    } catch (error) {
      if (error instanceof Problem) {
        setWrong(Object.fromEntries((error.body.fields ?? []).map((field) => [field.path, field.message])));
      }
      throw error;
    }
  };
  return (
    <FormDialog
      title={words.doneTitle(item.label[language], duty.period)}
      confirm={words.done}
      ready={isFilled}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="linli-note">
        {words.evidence}: {duty.evidence[language]}
      </p>
      {shown.map((column) => {
        const field = duties.fields[column];
        return field ? (
          <FieldInput
            key={column}
            name={column}
            field={field}
            value={values[column] ?? null}
            required={column === "done" || duty.needs.includes(column)}
            wrong={wrong[column]}
            onChange={(value) => setValues((before) => ({ ...before, [column]: value }))}
          />
        ) : null;
      })}
    </FormDialog>
  );
}
