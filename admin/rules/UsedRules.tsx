import { Link } from "react-router-dom";
import type { InForce } from "../../shared/rules/in-force.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import { useLanguage } from "../app/use-words.ts";
import { useRulesWords } from "./rules.ts";
import { Unchecked } from "./Unchecked.tsx";

/** The numbers an answer stands on, each with its source (依据). */
export function UsedRules({ used }: { readonly used: readonly InForce[] }) {
  const words = useRulesWords();
  const language = useLanguage();
  if (used.length === 0) return null;
  return (
    <>
      <h3>{words.stands}</h3>
      <ul className="linli-used">
        {used.map(({ parameter: name, value, source, checked }) => {
          const parameter = PARAMETERS.get(name);
          return parameter ? (
            <li key={name}>
              <Link className="linli-link" to={`/rules/${name}`}>
                {parameter.label[language]}
              </Link>{" "}
              {shownParameter(parameter, value, language)}
              <small>
                {checked ? null : <Unchecked />} {source[language]}
              </small>
            </li>
          ) : null;
        })}
      </ul>
    </>
  );
}
