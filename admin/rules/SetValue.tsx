import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import type { Parameter, ParameterValue } from "../../shared/schema/parameter.ts";
import { mayBeOpen } from "../../shared/schema/parameter-value.ts";
import { useLanguage } from "../app/use-words.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { DecisionDialog } from "./DecisionDialog.tsx";
import { limitText } from "./limit-text.ts";
import { useRulesPage, useRulesWords } from "./rules.ts";
import { ValueInput } from "./ValueInput.tsx";

/** Enters the committee's own value of a number, leaves it open, or gives the own value up (登记决定). */
export function SetValue({ parameter, onClose }: { readonly parameter: Parameter; readonly onClose: () => void }) {
  const words = useRulesWords();
  const language = useLanguage();
  const { rules, day } = useRulesPage();
  const draft = useDraft(`rules.${parameter.name}`);
  const [value, setValue] = useTyped<ParameterValue | undefined>(
    draft,
    "value",
    () => rules.at(parameter.name, day).value,
  );
  const [givesUp, setGivesUp] = useTyped(draft, "givesUp", false);
  const [isOpen, setOpen] = useTyped(draft, "isOpen", false);
  const bounds = limitText(parameter, words, language);
  const chosen = isOpen ? null : value;
  // Null alone is what an empty input holds.
  const ready = givesUp || isOpen || (value !== undefined && value !== null);
  return (
    <DecisionDialog
      title={`${words.set}: ${parameter.label[language]}`}
      name={parameter.name}
      value={givesUp ? undefined : chosen}
      ready={ready}
      draft={draft}
      onClose={onClose}
    >
      {givesUp || isOpen ? null : <ValueInput parameter={parameter} value={value} onChange={setValue} />}
      {bounds ? <p className="linli-rule-bounds">{words.limits(bounds)}</p> : null}
      {mayBeOpen(parameter) && !givesUp ? <Tick label={words.leaveOpen} on={isOpen} onChange={setOpen} /> : null}
      <Tick label={words.backToPreset} on={givesUp} onChange={setGivesUp} />
    </DecisionDialog>
  );
}

type TickProps = { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void };

function Tick({ label, on, onChange }: TickProps) {
  return (
    <FormControlLabel
      sx={{ display: "flex" }}
      control={<Checkbox checked={on} onChange={(event) => onChange(event.target.checked)} />}
      label={label}
    />
  );
}
