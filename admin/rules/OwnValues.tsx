import type { Parameter } from "../../shared/schema/parameter.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { useLanguage } from "../app/use-words.ts";
import { useRulesPage, useRulesWords } from "./rules.ts";

/** What the committee decided about one number, newest first (本居委会的决定). */
export function OwnValues({ parameter }: { readonly parameter: Parameter }) {
  const words = useRulesWords();
  const language = useLanguage();
  const { own } = useRulesPage();
  const entries = own
    .filter((one) => one.parameter === parameter.name)
    .sort((a, b) => b.from.localeCompare(a.from) || b.at - a.at);
  if (entries.length === 0) return <p>{words.noOwn}</p>;
  return (
    <table className="linli-table">
      <tbody>
        {entries.map(({ id, from, value, decision }) => (
          <tr key={id}>
            <th scope="row">{words.from(from)}</th>
            <td>{value === undefined ? words.ends : shownParameter(parameter, value, language)}</td>
            <td>
              {decision.day} {decision.text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
