import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { FIRST_PRESET } from "../../shared/rules/in-force.ts";
import { PRESETS } from "../../shared/schema/parameter.ts";
import { presetWords } from "../../shared/words/rules.ts";
import { useLanguage } from "../app/use-words.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { DecisionDialog } from "./DecisionDialog.tsx";
import { useRulesPage, useRulesWords } from "./rules.ts";

/** Which set of values the committee works by on the day shown, since when and why (采用的规则). */
export function PresetLine() {
  const words = useRulesWords();
  const language = useLanguage();
  const { rules, day, maySet } = useRulesPage();
  const [changing, setChanging] = useState(false);
  const chosen = rules.preset(day);
  const preset = chosen?.preset ?? FIRST_PRESET;
  return (
    <div className="linli-rules-preset">
      <span>
        <strong>{words.inForce(presetWords[preset][language])}</strong>
        {chosen ? ` · ${words.from(chosen.from)} · ${chosen.decision.text}` : null}
      </span>
      {maySet ? (
        <Button className="linli-unprinted" onClick={() => setChanging(true)}>
          {words.change}
        </Button>
      ) : null}
      {changing ? <ChangePreset onClose={() => setChanging(false)} /> : null}
    </div>
  );
}

function ChangePreset({ onClose }: { readonly onClose: () => void }) {
  const words = useRulesWords();
  const language = useLanguage();
  const { rules, day } = useRulesPage();
  const draft = useDraft("rules.preset");
  const [preset, setPreset] = useTyped<string>(draft, "preset", () => rules.preset(day)?.preset ?? FIRST_PRESET);
  return (
    <DecisionDialog title={words.change} name="preset" value={preset} draft={draft} onClose={onClose}>
      <TextField
        select
        fullWidth
        label={words.newValue}
        value={preset}
        onChange={(event) => setPreset(event.target.value)}
      >
        {PRESETS.map((one) => (
          <MenuItem key={one} value={one}>
            {presetWords[one][language]}
          </MenuItem>
        ))}
      </TextField>
    </DecisionDialog>
  );
}
