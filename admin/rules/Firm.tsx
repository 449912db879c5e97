import type { InForce } from "../../shared/rules/in-force.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import { useLanguage } from "../app/use-words.ts";
import { useRulesWords } from "./rules.ts";

/** Beside a number nobody has looked up: the last one that was, which still stops what breaks it too; or that it acts. */
export function Firm({
  rule,
}: {
  readonly rule: Pick<InForce, "parameter" | "checked" | "source"> & Partial<Pick<InForce, "firm">>;
}) {
  const words = useRulesWords();
  const language = useLanguage();
  const parameter = PARAMETERS.get(rule.parameter);
  if (rule.checked || !rule.firm || !parameter) return null;
  const { value, source } = rule.firm;
  if (source.zh === rule.source.zh) return <p className="linli-rule-bounds">{words.acts}</p>;
  return (
    <p className="linli-rule-bounds">
      {words.firm(shownParameter(parameter, value, language))} {source[language]}
    </p>
  );
}
