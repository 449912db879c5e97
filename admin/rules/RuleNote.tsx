import InfoIcon from "@mui/icons-material/InfoOutlined";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import { useState } from "react";
import { Link } from "react-router-dom";
import type { InForce } from "../../shared/rules/in-force.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import { useLanguage } from "../app/use-words.ts";
import { Firm } from "./Firm.tsx";
import { useRulesWords } from "./rules.ts";
import { SourceMark } from "./SourceMark.tsx";
import "./rules.css";

type Props = {
  /** The number as the API answers it beside what it decided. */
  readonly rule: Pick<InForce, "parameter" | "value" | "source" | "checked"> &
    Partial<Pick<InForce, "from" | "firm" | "control">>;
};

/** Where a number comes from (出处), one click from where it acts: its name, value, source, and the way to its history. */
export function RuleNote({ rule }: Props) {
  const words = useRulesWords();
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const parameter = PARAMETERS.get(rule.parameter);
  if (!parameter) return null;
  const name = parameter.label[language];
  return (
    <>
      <IconButton
        className="linli-note-button"
        size="small"
        aria-label={words.note(name)}
        title={words.note(name)}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <InfoIcon fontSize="inherit" />
      </IconButton>
      <SourceMark of={rule} />
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor ?? null}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": name, className: "linli-rule-note" } }}
      >
        <strong>{name}</strong>
        <p className="linli-rule-value">{shownParameter(parameter, rule.value, language)}</p>
        <p>
          <SourceMark of={rule} /> {rule.source[language]}
          {rule.from === undefined ? null : ` · ${words.from(rule.from)}`}
        </p>
        <Firm rule={rule} />
        <Link className="linli-link" to={`/rules/${rule.parameter}`} onClick={() => setAnchor(undefined)}>
          {words.allRules}
        </Link>
      </Popover>
    </>
  );
}
