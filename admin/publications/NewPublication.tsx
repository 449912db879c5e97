import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { monthBefore } from "../../shared/rules/calendar.ts";
import type { Values } from "../../shared/schema/field.ts";
import { useWorkspace } from "../app/workspace.ts";
import { FieldInput } from "../flows/FieldInput.tsx";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { Problem } from "../providers/http.ts";
import { type PublicationView, usePublicationWords } from "./publications.ts";

type Props = { readonly kind: "notice" | "finance" | "guide"; readonly onClose: () => void };

const COLUMNS = ["title", "addressee", "body", "to"] as const;

const HEADINGS = { notice: "newNotice", finance: "newFinance", guide: "newGuide" } as const;

/** Begins a draft: a notice from its title and text, the finance table of a month, or the guide to all services. */
export function NewPublication({ kind, onClose }: Props) {
  const words = usePublicationWords();
  const { http, path, today, registerOf, listOf } = useWorkspace();
  const navigate = useNavigate();
  const draft = useDraft(`publications.new.${kind}`);
  const [month, setMonth] = useTyped(draft, "month", () => monthBefore(today().slice(0, 7)));
  const [values, setValues] = useTyped<Values>(draft, "values", {});
  const [wrong, setWrong] = useState<Wrong>({});
  const fields = registerOf("publications")?.fields ?? {};
  const submit = async () => {
    setWrong({});
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const body = kind === "finance" ? { kind, month } : { kind, ...filled };
    try {
      const { id } = await http<PublicationView>("POST", `${path}/publications`, { body });
      void listOf("publications").refresh();
      navigate(`/publishing/${id}`);
    } catch (error) {
      if (error instanceof Problem) setWrong(wrongOf(error));
      throw error;
    }
  };
  const isReady =
    kind === "finance" ? month !== "" : Boolean(values.title) && (kind === "guide" || Boolean(values.body));
  return (
    <FormDialog
      title={words[HEADINGS[kind]]}
      confirm={words.make}
      ready={isReady}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      {kind === "finance" ? (
        <TextField
          autoFocus
          fullWidth
          type="month"
          label={words.month}
          value={month}
          margin="dense"
          error={wrong.month !== undefined}
          helperText={wrong.month?.message}
          onChange={(event) => setMonth(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ) : (
        <Columns columns={COLUMNS} fields={fields} values={values} wrong={wrong} onValues={setValues} />
      )}
    </FormDialog>
  );
}

/** What is wrong with each column, and the value the server proposes for it. */
export type Wrong = Readonly<Record<string, { readonly message: string; readonly proposed?: string | undefined }>>;

export function wrongOf({ body }: Problem): Wrong {
  const fields: readonly { path: string; message: string; params?: Readonly<Record<string, string | number>> }[] =
    body.fields ?? [];
  return Object.fromEntries(
    fields.map(({ path, message, params }) => [
      path.split(".")[0] ?? path,
      { message, ...(params?.proposed !== undefined && { proposed: String(params.proposed) }) },
    ]),
  );
}

type ColumnsProps = {
  readonly columns: readonly string[];
  readonly fields: Readonly<Record<string, Parameters<typeof FieldInput>[0]["field"]>>;
  readonly values: Values;
  readonly wrong: Wrong;
  readonly onValues: (values: Values) => void;
};

/** Columns of a publication to fill in; where the server proposes a value (S1.7), a button takes it. */
export function Columns({ columns, fields, values, wrong, onValues }: ColumnsProps) {
  const words = usePublicationWords();
  return columns.map((column, index) => {
    const field = fields[column];
    if (!field) return null;
    const { message, proposed } = wrong[column] ?? {};
    return (
      <div key={column}>
        <FieldInput
          name={column}
          field={field}
          value={values[column] ?? null}
          wrong={message}
          autoFocus={index === 0}
          onChange={(value) => onValues({ ...values, [column]: value })}
        />
        {proposed === undefined ? null : (
          <Button size="small" onClick={() => onValues({ ...values, [column]: proposed })}>
            {words.take(proposed)}
          </Button>
        )}
      </div>
    );
  });
}
