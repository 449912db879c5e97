import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Field } from "../../shared/schema/field.ts";
import { useLanguage } from "../app/use-words.ts";
import { useRulesWords } from "./rules.ts";

type Props = {
  readonly field: Field;
  readonly entry: string | boolean;
  /** What is wrong with it. */
  readonly sentence?: string | undefined;
  readonly onChange: (entry: string | boolean) => void;
};

const NUMBERS = new Set(["integer", "decimal", "money"]);

/** The input of one question, by the kind of its column. */
export function EntryInput({ field, entry, sentence, onChange }: Props) {
  const language = useLanguage();
  const words = useRulesWords();
  const label = field.label[language];
  if (typeof entry === "boolean") {
    const tick = <Checkbox checked={entry} onChange={(event) => onChange(event.target.checked)} />;
    return <FormControlLabel control={tick} label={label} />;
  }
  const isCode = field.kind === "code";
  const isDay = field.kind === "date";
  return (
    <TextField
      fullWidth
      select={isCode}
      type={isDay ? "date" : "text"}
      required={field.required === true}
      label={field.kind === "money" ? `${label} (${words.yuan})` : label}
      value={entry}
      error={sentence !== undefined}
      helperText={sentence ?? field.hint?.[language]}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: { inputMode: NUMBERS.has(field.kind) ? "decimal" : "text" },
        ...(isDay && { inputLabel: { shrink: true } }),
      }}
    >
      {isCode
        ? Object.entries(field.codes.codes).map(([code, { hidden }]) =>
            hidden && code !== entry ? null : (
              <MenuItem key={code} value={code}>
                {codeLabel(field.codes, code, language)}
              </MenuItem>
            ),
          )
        : null}
    </TextField>
  );
}
