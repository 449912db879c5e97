import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useEffect, useState } from "react";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Field, RowValue, Value } from "../../shared/schema/field.ts";
import { showValue } from "../../shared/schema/value.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { Titled } from "../records/titles.ts";
import { useFlowWords } from "./use-flow-words.ts";

export type FieldInputProps = {
  readonly name: string;
  readonly field: Field;
  readonly value: Value;
  readonly required?: boolean;
  readonly wrong?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (value: Value) => void;
};

/** One column filled in outside the sheet, by its kind. What is wrong with it is for the server to say. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const language = useLanguage();
  switch (field.kind) {
    case "code":
    case "codes": {
      const isMany = field.kind === "codes";
      const choices = Object.entries(field.codes.codes).filter(([, { hidden }]) => !hidden);
      const held = isMany ? (Array.isArray(value) ? value : []) : String(value ?? "");
      return (
        <Written {...props} select shown={held} many={isMany} onText={(text) => onChange(text)}>
          {choices.map(([code]) => (
            <MenuItem key={code} value={code}>
              {codeLabel(field.codes, code, language)}
            </MenuItem>
          ))}
        </Written>
      );
    }
    case "reference":
      return <Reference {...props} to={field.to} />;
    case "rows":
      return <Rows {...props} fields={field.fields} />;
    case "boolean": {
      const held = value === true ? "yes" : value === false ? "no" : "";
      const answered = (text: unknown) => onChange(text === "" ? null : text === "yes");
      return (
        <Written {...props} select shown={held} onText={answered}>
          {[true, false].map((choice) => (
            <MenuItem key={String(choice)} value={choice ? "yes" : "no"}>
              {showValue(choice, field, { language })}
            </MenuItem>
          ))}
        </Written>
      );
    }
    case "money":
      return <Money {...props} />;
    case "integer":
      return <Written {...props} shown={String(value ?? "")} onText={(text) => onChange(numberIn(text))} />;
    default:
      return <Written {...props} shown={String(value ?? "")} onText={(text) => onChange(text === "" ? null : text)} />;
  }
}

/** What is no number stays what was typed, so that the server can say so. */
function numberIn(text: unknown): Value {
  if (text === "") return null;
  return /^\d+$/.test(String(text)) ? Number(text) : String(text);
}

/** An amount typed in yuan. What is none stays what was typed, so that the server can say so. */
function Money({ value, field, onChange, ...props }: FieldInputProps) {
  const language = useLanguage();
  const [typed, setTyped] = useState(() =>
    typeof value === "number" ? showValue(value, field, { language }) : String(value ?? ""),
  );
  const take = (text: string) => {
    setTyped(text);
    const [, yuan, part = ""] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
    onChange(yuan === undefined ? text.trim() || null : Number(yuan) * 100 + Number(part.padEnd(2, "0")));
  };
  return (
    <Written
      {...props}
      value={value}
      field={field}
      onChange={onChange}
      shown={typed}
      onText={(text) => take(String(text))}
    />
  );
}

type WrittenProps = FieldInputProps & {
  readonly shown: string | readonly unknown[];
  readonly select?: boolean;
  readonly many?: boolean;
  // A choice of several gives a list, everything else a text.
  readonly onText: (value: string | string[]) => void;
  readonly children?: React.ReactNode;
};

function Written({ name, field, required, wrong, autoFocus, shown, select, many, onText, children }: WrittenProps) {
  const language = useLanguage();
  const isLong = field.kind === "longText";
  const type = field.kind === "date" ? "date" : "text";
  return (
    <TextField
      margin="dense"
      fullWidth
      type={type}
      name={name}
      label={field.label[language]}
      required={required ?? false}
      autoFocus={autoFocus ?? false}
      error={wrong !== undefined}
      helperText={wrong ?? field.hint?.[language]}
      value={shown}
      multiline={isLong}
      {...(isLong && { minRows: 3, maxRows: 12 })}
      select={select ?? false}
      onChange={(event) => onText(event.target.value)}
      slotProps={{
        ...(many && { select: { multiple: true } }),
        ...(type === "date" && { inputLabel: { shrink: true } }),
      }}
    >
      {children}
    </TextField>
  );
}

function Reference({ name, field, value, required, wrong, onChange, to }: FieldInputProps & { readonly to: string }) {
  const { titles } = useWorkspace();
  const language = useLanguage();
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Titled[]>([]);
  useEffect(() => {
    let wanted = true;
    titles.search(to, text).then(
      (all) => wanted && setFound(all),
      () => wanted && setFound([]),
    );
    return () => {
      wanted = false;
    };
  }, [titles, to, text]);
  const id = typeof value === "string" ? value : undefined;
  const chosen = id === undefined ? null : { value: id, label: titles.titleOf(to, id) ?? id };
  return (
    <Autocomplete
      options={found}
      value={chosen}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onInputChange={(_event, typed) => setText(typed)}
      onChange={(_event, picked) => onChange(picked?.value ?? null)}
      renderInput={(params) => (
        <TextField
          {...params}
          margin="dense"
          name={name}
          label={field.label[language]}
          required={required ?? false}
          error={wrong !== undefined}
          helperText={wrong}
        />
      )}
    />
  );
}

type RowsProps = FieldInputProps & { readonly fields: Readonly<Record<string, Field>> };

/** A small table: a group of inputs for each line. */
function Rows({ field, value, wrong, onChange, fields }: RowsProps) {
  const words = useFlowWords();
  const language = useLanguage();
  const lines = (Array.isArray(value) ? value : []).filter((line): line is RowValue => typeof line === "object");
  const shown = lines.length > 0 ? lines : [{}];
  const set = (index: number, key: string, cell: Value) => {
    // Columns inside a small table hold single values.
    const line = { ...shown[index], [key]: cell as RowValue[string] };
    onChange(shown.map((one, place) => (place === index ? line : one)));
  };
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: "divider", borderRadius: 1, my: 1, p: 1 }}>
      <legend>{field.label[language]}</legend>
      {shown.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
        <Box key={index} sx={{ borderBottom: 1, borderColor: "divider", pb: 1, mb: 1 }}>
          {Object.entries(fields).map(([key, inner]) => (
            <FieldInput
              key={key}
              name={`${key}-${index + 1}`}
              field={inner}
              value={line[key] ?? null}
              onChange={(cell) => set(index, key, cell)}
            />
          ))}
          <Button size="small" onClick={() => onChange(shown.filter((_, place) => place !== index))}>
            {words.removeLine}
          </Button>
        </Box>
      ))}
      {wrong ? <Box sx={{ color: "error.main", fontSize: 12 }}>{wrong}</Box> : null}
      <Button size="small" variant="outlined" onClick={() => onChange([...shown, {}])}>
        {words.addLine}
      </Button>
    </Box>
  );
}
