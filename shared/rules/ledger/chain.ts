import type { Values } from "../../schema/field.ts";
import { canonicalJson } from "../canonical-json.ts";

/**
 * What the director's approval seals: the voucher's number, content and the approval itself. The state is left out, and
 * with it what happens later (report, payment, reversal), so that the hash stays the voucher's for good.
 */
const SEALED = [
  "no",
  "seq",
  "kind",
  "date",
  "book",
  "amountFen",
  "line",
  "source",
  "summary",
  "documentKind",
  "documentNo",
  "attachments",
  "counterparty",
  "publishName",
  "purpose",
  "handler",
  "witness",
  "major",
  "reverses",
  "enteredBy",
  "approvedBy",
  "approvedAt",
  "selfApproved",
] as const;

/** Columns that came later: sealed where they say something, so that what was sealed before them stays as it is. */
const SEALED_LATER = ["donation", "restrictedFund", "task", "overBudget"] as const;

/** The text whose hash is the voucher's: equal vouchers give equal texts, and any change another. */
export function canonicalVoucher(community: string, values: Values, previousHash: string | null): string {
  const content = Object.fromEntries(SEALED.map((key) => [key, values[key] ?? null]));
  const later = SEALED_LATER.flatMap((key) => (values[key] ? [[key, values[key]]] : []));
  return canonicalJson({ community, previousHash, ...content, ...Object.fromEntries(later) });
}

/** One approved voucher as the chain sees it. */
export type Link = {
  readonly seq: number;
  readonly hash: string;
  readonly text: string;
  readonly previousHash: string | null;
};

/** An approved voucher's link, from its record; none before its approval. */
export function linkOf(community: string, values: Values): Link | undefined {
  if (typeof values.hash !== "string") return undefined;
  const previousHash = typeof values.previousHash === "string" ? values.previousHash : null;
  return {
    seq: Number(values.seq),
    hash: values.hash,
    text: canonicalVoucher(community, values, previousHash),
    previousHash,
  };
}

/** Where the chain breaks that ends in a head: the first link that does not hold, or the first that is missing. */
export function brokenBefore(links: readonly Link[], end: number, hashOf: (text: string) => string) {
  // An approval that came while the links were read is not looked at.
  const known = links.filter(({ seq }) => seq <= end);
  return brokenAt(known, hashOf) ?? (known.length === end ? undefined : known.length + 1);
}

/** Where a chain of vouchers breaks: the place of the first that is missing, altered or out of turn; undefined if it holds. */
export function brokenAt(links: readonly Link[], hashOf: (text: string) => string): number | undefined {
  let previous: string | null = null;
  for (const [index, link] of [...links].sort((a, b) => a.seq - b.seq).entries()) {
    const holds = link.seq === index + 1 && link.previousHash === previous && hashOf(link.text) === link.hash;
    if (!holds) return index + 1;
    previous = link.hash;
  }
  return undefined;
}
