import { brokenBefore, type Link, linkOf } from "../../shared/rules/ledger/chain.ts";
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
    const link = linkOf(community, values);
    if (!link) continue;
    links.push(link);
    const series = `${String(values.date).slice(0, 4)} ${String(values.kind)}`;
    numbers.set(series, [...(numbers.get(series) ?? []), String(values.no)]);
  }
  const place = brokenBefore(links, head.seq, hashOf);
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
