import type { Finding } from "../../shared/rules/finding.ts";
import type { Calculated } from "../../shared/schema/calculation.ts";
import { findingSentence } from "../../shared/words/findings.ts";
import { useLanguage } from "../app/use-words.ts";
import { RuleNote } from "./RuleNote.tsx";
import { useRulesWords } from "./rules.ts";
import { UsedRules } from "./UsedRules.tsx";

/** An answer by the rules: its lines, what stands against it, and the numbers it stands on with their sources. */
export function CalculatedAnswer({ answer }: { readonly answer: Calculated }) {
  const words = useRulesWords();
  const language = useLanguage();
  const { results, findings, judged, used } = answer;
  const ruleOf = ({ parameter }: Finding) => used.find((one) => one.parameter === parameter);
  return (
    <div className="linli-answer">
      <h3>{words.answer}</h3>
      {results.length > 0 ? (
        <dl>
          {results.map(({ key, label, shown }) => (
            <div key={key}>
              <dt>{label[language]}</dt>
              <dd>{shown[language]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {judged && findings.length === 0 ? (
        <p className="linli-finding" data-level="fine">
          {words.fine}
        </p>
      ) : null}
      {findings.map((finding) => {
        const rule = ruleOf(finding);
        return (
          <p key={finding.code} className="linli-finding" data-level={finding.level}>
            <strong>{finding.level === "fails" ? words.failing : words.warningOnly}</strong>{" "}
            {findingSentence(finding, language)} {rule ? <RuleNote rule={rule} /> : null}
          </p>
        );
      })}
      <UsedRules used={used} />
    </div>
  );
}
