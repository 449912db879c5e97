import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { type Dated, type Parameter, PRESETS } from "../../shared/schema/parameter.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { presetWords } from "../../shared/words/rules.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { Firm } from "./Firm.tsx";
import { limitText } from "./limit-text.ts";
import { OwnValues } from "./OwnValues.tsx";
import { useRulesPage, useRulesWords } from "./rules.ts";
import { SetValue } from "./SetValue.tsx";
import { SourceMark } from "./SourceMark.tsx";

/** One number: where it is said, its values in both sets and what the committee decided (出处与历史). */
export function RuleDialog({ parameter, onClose }: { readonly parameter: Parameter; readonly onClose: () => void }) {
  const words = useRulesWords();
  const { close } = useWords();
  const language = useLanguage();
  const { rules, day, maySet } = useRulesPage();
  const [setting, setSetting] = useState(false);
  const titleId = useId();
  const found = rules.at(parameter.name, day);
  const bounds = limitText(parameter, words, language);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{parameter.label[language]}</DialogTitle>
      <DialogContent className="linli-rule">
        <p className="linli-rule-value">
          {shownParameter(parameter, found.value, language)}
          {parameter.kind === "threshold" ? <small> / {parameter.of[language]}</small> : null}
        </p>
        <p>
          <SourceMark of={found} /> {found.source[language]} · {words.from(found.from)}
        </p>
        <Firm rule={found} />
        {parameter.hint ? <p>{parameter.hint[language]}</p> : null}
        {parameter.fixed ? <p>{parameter.fixed[language]}</p> : null}
        {bounds ? (
          <p>
            {words.limits(bounds)} — {parameter.limits?.source[language]}{" "}
            {parameter.limits ? <SourceMark of={parameter.limits} /> : null}
          </p>
        ) : null}
        <h3>{words.presets}</h3>
        {[...PRESETS].reverse().map((preset) => (
          <PresetValues
            key={preset}
            title={presetWords[preset][language]}
            parameter={parameter}
            dated={parameter.presets[preset]}
          />
        ))}
        <h3>{words.ownValues}</h3>
        <OwnValues parameter={parameter} />
      </DialogContent>
      <DialogActions>
        {maySet && !parameter.fixed ? <Button onClick={() => setSetting(true)}>{words.set}</Button> : null}
        <Button variant="contained" onClick={onClose}>
          {close}
        </Button>
      </DialogActions>
      {setting ? <SetValue parameter={parameter} onClose={() => setSetting(false)} /> : null}
    </Dialog>
  );
}

type PresetProps = { readonly title: string; readonly parameter: Parameter; readonly dated: readonly Dated[] };

function PresetValues({ title, parameter, dated }: PresetProps) {
  const words = useRulesWords();
  const language = useLanguage();
  return (
    <table className="linli-table">
      <caption>{title}</caption>
      <tbody>
        {[...dated].reverse().map((one) => (
          <tr key={one.from}>
            <th scope="row">{words.from(one.from)}</th>
            <td>{shownParameter(parameter, one.value, language)}</td>
            <td>
              <SourceMark of={one} /> {one.source[language]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
