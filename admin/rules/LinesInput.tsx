import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import type { Field } from "../../shared/schema/field.ts";
import { useLanguage } from "../app/use-words.ts";
import { EntryInput } from "./EntryInput.tsx";
import { type Line, lineOf } from "./entries.ts";
import { useRulesWords } from "./rules.ts";

type Props = {
  readonly field: Extract<Field, { kind: "rows" }>;
  readonly lines: readonly Line[];
  readonly sentence?: string | undefined;
  readonly onChange: (lines: readonly Line[]) => void;
};

/** A small table to fill in: a line for each part or person. */
export function LinesInput({ field, lines, sentence, onChange }: Props) {
  const words = useRulesWords();
  const language = useLanguage();
  const change = (index: number, key: string, cell: string | boolean) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, [key]: cell } : line)));
  return (
    <fieldset className="linli-lines">
      <legend>{field.label[language]}</legend>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
        <div key={index} className="linli-line">
          {Object.entries(field.fields).map(([key, column]) => (
            <EntryInput
              key={key}
              field={column}
              entry={line[key] ?? ""}
              onChange={(cell) => change(index, key, cell)}
            />
          ))}
          <IconButton
            aria-label={words.removeRow}
            title={words.removeRow}
            onClick={() => onChange(lines.filter((_, at) => at !== index))}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </div>
      ))}
      {sentence === undefined ? null : <p role="alert">{sentence}</p>}
      <Button onClick={() => onChange([...lines, lineOf(field.fields)])}>{words.addRow}</Button>
    </fieldset>
  );
}
