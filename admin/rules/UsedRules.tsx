import { Link } from "react-router-dom";
import type { InForce } from "../../shared/rules/in-force.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import { useLanguage } from "../app/use-words.ts";
import { useRulesWords } from "./rules.ts";
import { SourceMark } from "./SourceMark.tsx";

/** The numbers an answer stands on, each with its source (依据). */
export function UsedRules({ used }: { readonly used: readonly InForce[] }) {
  const words = useRulesWords();
  const language = useLanguage();
  if (used.length === 0) return null;
  return (
    <>
      <h3>{words.stands}</h3>
      <ul className="linli-used">
        {used.map((rule) => {
          const parameter = PARAMETERS.get(rule.parameter);
          return parameter ? (
            <li key={parameter.name}>
              <Link className="linli-link" to={`/rules/${parameter.name}`}>
                {parameter.label[language]}
              </Link>{" "}
              {shownParameter(parameter, rule.value, language)}
              <small>
                <SourceMark of={rule} /> {rule.source[language]}
              </small>
            </li>
          ) : null;
        })}
      </ul>
    </>
  );
}
