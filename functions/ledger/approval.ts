import { createHash } from "node:crypto";
import { Refusal } from "../../shared/contract/refusal.ts";
import { minuteOf } from "../../shared/rules/calendar.ts";
import { canonicalVoucher } from "../../shared/rules/ledger/chain.ts";
import { isOwnClaim } from "../../shared/rules/ledger/entry.ts";
import { nextNo } from "../../shared/rules/ledger/numbering.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import type { Head } from "./head.ts";
import { asVoucher } from "./sums.ts";

/** The columns that an approval gives a voucher, and the head of the books after it. */
export type Approved = { readonly also: Values; readonly head: Head };

/** The hash of a voucher's sealed text (SHA-256). */
export const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");

/**
 * Gives a voucher its number, its place in the chain and its hash (凭证号、校验链): what stands in `values` is sealed as the
 * director saw it.
 */
export function approved(deps: Deps, community: string, values: Values, director: string, head: Head): Approved {
  const year = String(values.date).slice(0, 4);
  const { no, series } = nextNo(asVoucher(values).kind, head.series[year] ?? {});
  const given: Values = {
    no,
    seq: head.seq + 1,
    approvedBy: director,
    approvedAt: minuteOf(deps.now()),
    ...(isOwnClaim(values, director) && { selfApproved: true }),
  };
  const hash = hashOf(canonicalVoucher(community, { ...values, ...given }, head.hash));
  return {
    also: { ...given, hash, ...(head.hash !== null && { previousHash: head.hash }) },
    head: { ...head, seq: head.seq + 1, hash, series: { ...head.series, [year]: series } },
  };
}

/** What keeps a voucher from counting on a day that the books have closed. */
export function closedProblem({ closedThrough }: Head, day: string): Refusal | undefined {
  const isClosed = closedThrough !== undefined && day <= closedThrough;
  return isClosed ? new Refusal("conflict", [{ path: "date", code: "day-closed" }]) : undefined;
}
