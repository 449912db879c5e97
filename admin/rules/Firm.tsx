import type { InForce } from "../../shared/rules/in-force.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import { useLanguage } from "../app/use-words.ts";
import { useRulesWords } from "./rules.ts";

/** Beside a number that is not simply the text's own, what stops: the last one that was looked up, or the default. */
export function Firm({
  rule,
}: {
  readonly rule: Pick<InForce, "parameter" | "checked"> & Partial<Pick<InForce, "firm" | "control">>;
}) {
  const words = useRulesWords();
  const language = useLanguage();
  const parameter = PARAMETERS.get(rule.parameter);
  if (rule.control) return <p className="linli-rule-bounds">{words.controlHint}</p>;
  if (rule.checked || !rule.firm || !parameter) return null;
  const { value, source } = rule.firm;
  return (
    <p className="linli-rule-bounds">
      {words.firm(shownParameter(parameter, value, language))} {source[language]}
    </p>
  );
}
