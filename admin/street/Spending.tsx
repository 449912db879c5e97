import Typography from "@mui/material/Typography";
import { ledgerLine } from "../../shared/codes/ledger.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage } from "../app/use-words.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { CommunitySpending } from "./contract.ts";
import { useStreetWords } from "./use-street-words.ts";

/** Major expenditure that communities reported to the street (重大支出报备, S8.18). */
export function Spending({ path }: { readonly path: string }) {
  const words = useStreetWords();
  const language = useLanguage();
  const { value } = useAnswer<{ communities: readonly CommunitySpending[] }>(path);
  if (!value) return null;
  const rows = value.communities.flatMap(({ name, items }) => items.map((item) => ({ name, item })));
  return (
    <section className="linli-street-section">
      <Typography variant="h2">{words.spending}</Typography>
      {rows.length === 0 ? <p className="linli-note">{words.noSpending}</p> : null}
      {rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="linli-scroll" tabIndex={0} aria-label={words.spending}>
          <table className="linli-table">
            <thead>
              <tr>
                {[words.community, words.reportedOn, words.reportNo, words.line, words.amount].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, item }) => (
                <tr key={`${name} ${item.no ?? item.reportNo}`}>
                  <th scope="row">{name}</th>
                  <td>{String(item.reportedOn)}</td>
                  <td>{String(item.reportNo ?? "")}</td>
                  <td>{codeLabel(ledgerLine, String(item.line), language)}</td>
                  <td>{(Number(item.amountFen) / 100).toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </section>
  );
}
