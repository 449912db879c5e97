import type { FieldProblem } from "../../shared/contract/refusal.ts";
import { countIn } from "../../shared/rules/ledger/numbering.ts";
import type { Language } from "../../shared/schema/label.ts";
import { fieldSentence } from "../../shared/words/problems.ts";
import { viewRecord } from "../records/view.ts";
import type { StoredRecord } from "../store/records.ts";
import { vouchersRegister } from "./moves.ts";

/** A voucher as the ledger's routes send it: its columns beside id and version; the first of a chain follows nothing. */
export function viewVoucher(record: StoredRecord, sees: (name: string) => boolean) {
  const { id, version, values, updatedAt, updatedBy } = viewRecord(vouchersRegister(), record, sees);
  return {
    id,
    version,
    ...values,
    ...(values.hash !== undefined && { previousHash: values.previousHash ?? null }),
    updatedAt,
    updatedBy,
  };
}

/** Remarks with their sentences. */
export function worded(problems: readonly FieldProblem[], language: Language) {
  return problems.map(({ path, code, params }) => ({
    path,
    code,
    message: fieldSentence(code, language, params),
    ...(params && { params }),
  }));
}

const KINDS = ["in", "out", "transfer"];

/** Number order (凭证号): receipts, payments, transfers, each from the first; what has no number yet comes last. */
export function inNumberOrder(records: readonly StoredRecord[]): StoredRecord[] {
  const place = ({ id, values }: StoredRecord) => {
    const count = countIn(String(values.no ?? ""));
    const year = String(values.date ?? "").slice(0, 4);
    const number = count === undefined ? "~" : String(count).padStart(9, "0");
    return `${values.no === undefined ? 1 : 0}#${year}#${KINDS.indexOf(String(values.kind))}#${number}#${values.no ?? ""}#${id}`;
  };
  return records
    .map((record) => ({ record, at: place(record) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ record }) => record);
}
