import type { Money } from "./ledger.ts";

/** A month of the books as the API answers it. */
export type MonthReport = {
  readonly month: string;
  readonly table: {
    readonly opening: Money;
    readonly income: readonly { readonly source: string; readonly amountFen: number; readonly share: number | null }[];
    readonly incomeFen: number;
    readonly expense: readonly { readonly line: string; readonly amountFen: number; readonly share: number | null }[];
    readonly expenseFen: number;
    readonly closing: Money;
    readonly vouchers: number;
  };
  readonly closed?: { readonly by: string; readonly statementFen: number };
  readonly signatures: readonly { readonly name: string; readonly at: string; readonly findings?: string }[];
  readonly past: boolean;
  readonly released: boolean;
  readonly reviewDue: string;
  readonly reviewLate: boolean;
  readonly reviewersMin: number;
  readonly selfApproved: readonly {
    readonly id: string;
    readonly no: string;
    readonly day: string;
    readonly summary: string;
    readonly amountFen: number;
  }[];
};
