import Box from "@mui/material/Box";
import InputAdornment from "@mui/material/InputAdornment";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import type { Threshold } from "../../shared/schema/parameter.ts";
import { useLanguage } from "../app/use-words.ts";
import { useTypedHere } from "../layout/draft.ts";
import { HolidaysInput } from "./HolidaysInput.tsx";
import { useRulesWords } from "./rules.ts";
import type { ValueProps } from "./value-props.ts";

/** The input that fits a parameter: a number with its unit, yes or no, a share, or a year's days off. */
export function ValueInput(props: ValueProps) {
  switch (props.parameter.kind) {
    case "number":
    case "money":
    case "rate":
      return <NumberInput {...props} />;
    case "flag":
      return <FlagInput {...props} />;
    case "threshold":
      return <ThresholdInput {...props} />;
    case "holidays":
      return <HolidaysInput {...props} />;
  }
}

/** Money is typed in yuan and rates in percent, both with two decimals at most. */
function NumberInput({ parameter, value, onChange }: ValueProps) {
  const words = useRulesWords();
  const language = useLanguage();
  const scale = parameter.kind === "number" ? 1 : 100;
  const [text, setText] = useTypedHere("text", typeof value === "number" ? String(value / scale) : "");
  const unit =
    parameter.kind === "number" ? parameter.unit[language] : parameter.kind === "money" ? words.yuan : words.percent;
  const change = (next: string) => {
    setText(next);
    const isNumber = (scale === 1 ? /^\d{1,9}$/ : /^\d{1,7}(\.\d{1,2})?$/).test(next.trim());
    onChange(isNumber ? Math.round(Number(next) * scale) : undefined);
  };
  return (
    <TextField
      autoFocus
      required
      fullWidth
      label={words.newValue}
      value={text}
      onChange={(event) => change(event.target.value)}
      slotProps={{
        htmlInput: { inputMode: scale === 1 ? "numeric" : "decimal" },
        input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
}

function FlagInput({ value, onChange }: ValueProps) {
  const words = useRulesWords();
  return (
    <TextField
      select
      fullWidth
      label={words.newValue}
      value={value === true ? "yes" : "no"}
      onChange={(event) => onChange(event.target.value === "yes")}
    >
      <MenuItem value="yes">{words.yes}</MenuItem>
      <MenuItem value="no">{words.no}</MenuItem>
    </TextField>
  );
}

function ThresholdInput({ value, onChange }: ValueProps) {
  const words = useRulesWords();
  const first = typeof value === "object" && value !== null && "den" in value ? value : undefined;
  const [kind, setKind] = useTypedHere<Threshold["kind"]>("kind", first?.kind ?? "more");
  const [num, setNum] = useTypedHere("num", String(first?.num ?? 1));
  const [den, setDen] = useTypedHere("den", String(first?.den ?? 2));
  const send = (next: { kind?: Threshold["kind"]; num?: string; den?: string }) => {
    const [parts, whole] = [Number(next.num ?? num), Number(next.den ?? den)];
    const isShare = Number.isInteger(parts) && Number.isInteger(whole) && parts > 0 && whole >= parts;
    onChange(isShare ? { kind: next.kind ?? kind, num: parts, den: whole } : undefined);
  };
  return (
    <Box sx={{ display: "flex", gap: 1 }}>
      <TextField
        select
        fullWidth
        label={words.newValue}
        value={kind}
        onChange={(event) => {
          const next = event.target.value === "more" ? "more" : "atLeast";
          setKind(next);
          send({ kind: next });
        }}
      >
        <MenuItem value="more">{words.moreThan}</MenuItem>
        <MenuItem value="atLeast">{words.atLeast}</MenuItem>
      </TextField>
      <TextField
        label={words.num}
        value={num}
        onChange={(event) => {
          setNum(event.target.value);
          send({ num: event.target.value });
        }}
        slotProps={{ htmlInput: { inputMode: "numeric" } }}
      />
      <TextField
        label={words.den}
        value={den}
        onChange={(event) => {
          setDen(event.target.value);
          send({ den: event.target.value });
        }}
        slotProps={{ htmlInput: { inputMode: "numeric" } }}
      />
    </Box>
  );
}
