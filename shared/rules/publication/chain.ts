import type { HashOf, Mark } from "../blocks/block.ts";
import { canonicalJson } from "../canonical-json.ts";

/** What the hash of a posted publication stands for. */
export type Posted = {
  readonly community: string;
  readonly no: number;
  readonly from: string;
  readonly to: string;
  readonly contentHash: string;
  readonly previousHash: string | null;
};

/** One posted publication as it is kept. */
export type Posting = Omit<Posted, "community" | "previousHash"> & { readonly hash: string; readonly content: unknown };

/** The text whose SHA-256 is the hash of what was posted: its content, when and under which number, and what came before. */
export const postedText = (posted: Posted): string => canonicalJson({ ...posted });

/** Number of the first posting up to the chain's end that is missing, altered or out of turn; undefined if all hold. */
export function brokenPosting(
  community: string,
  postings: ReadonlyMap<number, Posting>,
  end: Mark,
  hashOf: HashOf,
): number | undefined {
  let previousHash: string | null = null;
  for (let number = 1; number <= end.seq; number += 1) {
    const posting = postings.get(number);
    if (!posting) return number;
    const { no, from, to, contentHash, hash, content } = posting;
    const isContent = hashOf(canonicalJson(content)) === contentHash;
    const text = postedText({ community, no, from, to, contentHash, previousHash });
    if (!isContent || hashOf(text) !== hash) return number;
    previousHash = hash;
  }
  return previousHash === end.hash ? undefined : end.seq;
}
