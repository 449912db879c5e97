import { fund, ledgerLine } from "../../shared/codes/ledger.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { amount, useLedgerWords } from "./ledger.ts";
import type { MonthReport } from "./month-report.ts";

/** The income-expense table (收支公开表), on screen and on one A4 sheet with room for the signatures. */
export function TablePaper({ report }: { readonly report: MonthReport }) {
  const words = useLedgerWords();
  const language = useLanguage();
  const { community } = useWorkspace();
  const { table, month, signatures, closed } = report;
  const share = (value: number | null) => (value === null ? "" : `${value.toFixed(1)} %`);
  const sumOf = ({ cashFen, bankFen }: MonthReport["table"]["opening"]) => amount(cashFen + bankFen);
  const parts = ({ cashFen, bankFen }: MonthReport["table"]["opening"]) =>
    `${words.cash} ${amount(cashFen)}, ${words.bank} ${amount(bankFen)}`;
  const hasShares = table.income.some((row) => row.share !== null);
  return (
    <article className="linli-finance">
      <h2>
        {community.name} {month} {words.table}
      </h2>
      <p className="linli-finance-unit">{words.yuan}</p>
      <table className="linli-table linli-money">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col" className="linli-end">
              {words.amount}
            </th>
            <th scope="col" className="linli-end">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="linli-sum">
            <th scope="row">
              {words.opening}
              <small>{parts(table.opening)}</small>
            </th>
            <td className="linli-end">{sumOf(table.opening)}</td>
            <td />
          </tr>
          <tr className="linli-part">
            <th colSpan={3} scope="rowgroup">
              {words.income}
            </th>
          </tr>
          {table.income.map(({ source, amountFen, share: part }) => (
            <tr key={source}>
              <th scope="row">{codeLabel(fund, source, language)}</th>
              <td className="linli-end">{amount(amountFen)}</td>
              <td className="linli-end">{share(part)}</td>
            </tr>
          ))}
          <tr className="linli-sum">
            <th scope="row">{words.sum}</th>
            <td className="linli-end">{amount(table.incomeFen)}</td>
            <td className="linli-end">{hasShares ? "100.0 %" : ""}</td>
          </tr>
          <tr className="linli-part">
            <th colSpan={3} scope="rowgroup">
              {words.expense}
            </th>
          </tr>
          {table.expense.map(({ line, amountFen, share: part }) => (
            <tr key={line}>
              <th scope="row">{codeLabel(ledgerLine, line, language)}</th>
              <td className="linli-end">{amount(amountFen)}</td>
              <td className="linli-end">{share(part)}</td>
            </tr>
          ))}
          <tr className="linli-sum">
            <th scope="row">{words.sum}</th>
            <td className="linli-end">{amount(table.expenseFen)}</td>
            <td className="linli-end">{table.expense.some((row) => row.share !== null) ? "100.0 %" : ""}</td>
          </tr>
          <tr className="linli-sum">
            <th scope="row">
              {words.closing}
              <small>{parts(table.closing)}</small>
            </th>
            <td className="linli-end">{sumOf(table.closing)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p>{words.voucherCount(table.vouchers)}</p>
      <dl className="linli-signatures">
        {[
          [words.director, ""],
          [words.cashier, ""],
          [words.accountant, closed?.by ?? ""],
          [words.reviewers, signatures.map(({ name }) => name).join(", ")],
          [words.posted, ""],
        ].map(([role, name]) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
