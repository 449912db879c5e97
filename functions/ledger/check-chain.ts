import { brokenAt, canonicalVoucher, type Link } from "../../shared/rules/ledger/chain.ts";
import { gapsIn } from "../../shared/rules/ledger/numbering.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords } from "../store/records.ts";
import { hashOf } from "./approval.ts";
import { readHead } from "./head.ts";

/** Whether a community's vouchers are all there and as they were approved. */
export type ChainCheck = {
  readonly holds: boolean;
  readonly vouchers: number;
  /** Place of the first voucher that is missing, altered or out of turn. */
  readonly brokenAt?: number;
  /** Numbers missing, by year and kind. */
  readonly gaps: readonly { readonly series: string; readonly missing: readonly number[] }[];
};

/** Reads every approved voucher, works its hash out again and follows the chain to the head (校验). */
export async function checkChain(deps: Deps, community: string): Promise<ChainCheck> {
  const head = await readHead(deps, community);
  const links: Link[] = [];
  const numbers = new Map<string, string[]>();
  for await (const { values } of allRecords(deps, "vouchers", community)) {
    if (typeof values.hash !== "string") continue;
    const previousHash = typeof values.previousHash === "string" ? values.previousHash : null;
    const text = canonicalVoucher(community, values, previousHash);
    links.push({ seq: Number(values.seq), hash: values.hash, text, previousHash });
    const series = `${String(values.date).slice(0, 4)} ${String(values.kind)}`;
    numbers.set(series, [...(numbers.get(series) ?? []), String(values.no)]);
  }
  // An approval that came while the list was read is not looked at.
  const known = links.filter(({ seq }) => seq <= head.seq);
  const place = brokenAt(known, hashOf) ?? (known.length === head.seq ? undefined : known.length + 1);
  const gaps = [...numbers].flatMap(([series, list]) => {
    const missing = gapsIn(list);
    return missing.length > 0 ? [{ series, missing }] : [];
  });
  return {
    holds: place === undefined && gaps.length === 0,
    vouchers: head.seq,
    ...(place !== undefined && { brokenAt: place }),
    gaps,
  };
}
