import { useNotify } from "react-admin";
import type { InForce } from "../../shared/rules/in-force.ts";
import { yuan } from "../../shared/rules/ledger/day-close.ts";
import type { Value } from "../../shared/schema/field.ts";
import { type LedgerWords, ledgerWords } from "../../shared/words/ledger.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";

export function useLedgerWords(): LedgerWords {
  return ledgerWords[useLanguage()];
}

/** A voucher as the ledger's routes answer it. */
export type VoucherView = {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly kind: "in" | "out" | "transfer";
  readonly no?: string;
  readonly date: string;
  readonly amountFen: number;
  readonly summary: string;
  readonly warnings?: readonly { readonly code: string; readonly message: string }[];
  readonly rules?: readonly InForce[];
  readonly [column: string]: unknown;
};

export type Money = { readonly cashFen: number; readonly bankFen: number };

/** An amount with thousands parted, two decimals and a real minus. */
export function amount(fen: number): string {
  return yuan(fen)
    .replace(/\B(?=(\d{3})+\.)/g, ",")
    .replace("-", "\u2212");
}

/** Fen of what somebody typed in yuan; undefined while it is no amount. */
export function fenOf(text: string): number | undefined {
  const plain = text.replace(/[,，\s]/g, "");
  const parts = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return undefined;
  const fen = Number(parts[2]) * 100 + Number((parts[3] ?? "").padEnd(2, "0"));
  return parts[1] ? -fen : fen;
}

export const asFieldValue = (value: unknown): Value => (value === undefined ? null : (value as Value));

/** Sends an act of the ledger; what the server says no to is shown, and the caller gets nothing. */
export function useAct() {
  const { http, path, listOf } = useWorkspace();
  const notify = useNotify();
  const words = useWords();
  return async <T>(address: string, body: object = {}): Promise<T | undefined> => {
    try {
      const answer = await http<T>("POST", `${path}/ledger/${address}`, { body });
      void listOf("vouchers").refresh();
      return answer;
    } catch (error) {
      notify(troubleOf(error, words), { type: "error" });
      return undefined;
    }
  };
}

/** The same for a dialog, which shows a refusal itself. */
export function useSend() {
  const { http, path, listOf } = useWorkspace();
  return async <T>(address: string, body: object): Promise<T> => {
    const answer = await http<T>("POST", `${path}/ledger/${address}`, { body });
    void listOf("vouchers").refresh();
    return answer;
  };
}
