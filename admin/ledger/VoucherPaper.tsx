import { showValue } from "../../shared/schema/value.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { amount, asFieldValue, type VoucherView } from "./ledger.ts";

/** Columns of a voucher as its paper has them; what is empty is left out. */
const SHOWN = [
  "date",
  "kind",
  "book",
  "line",
  "source",
  "summary",
  "counterparty",
  "documentKind",
  "documentNo",
  "attachments",
  "handler",
  "witness",
  "purpose",
  "publishName",
  "major",
  "event",
  "enteredBy",
] as const;

/** A voucher with everything its document says (凭证与单据). */
export function VoucherPaper({ voucher }: { readonly voucher: VoucherView }) {
  const { registerOf, titles } = useWorkspace();
  const language = useLanguage();
  const fields = registerOf("vouchers")?.fields ?? {};
  return (
    <div className="linli-voucher">
      <p className="linli-voucher-amount">
        <span>{showValue(voucher.kind, fields.kind ?? TEXT, { language })}</span> {amount(voucher.amountFen)}
      </p>
      <dl>
        {SHOWN.map((key) => {
          const field = fields[key];
          const value = asFieldValue(voucher[key]);
          if (!field || value === null) return null;
          const titleOf = (to: string, id: string) => titles.titleOf(to, id);
          return (
            <div key={key}>
              <dt>{field.label[language]}</dt>
              <dd>{showValue(value, field, { language, titleOf })}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

const TEXT = { kind: "text", label: { zh: "", en: "" } } as const;
