import { brokenPosting, type Posting } from "../../shared/rules/publication/chain.ts";
import type { Deps } from "../http/deps.ts";
import { sha256 } from "../store/history.ts";
import { itemsBetween } from "../store/items.ts";
import { readChain } from "./chain.ts";
import { archivePartition } from "./keys.ts";

/** Whether everything a community ever posted is still there as it was posted. */
export type PublicationCheck = {
  readonly holds: boolean;
  readonly posted: number;
  /** Number of the first that is missing or altered. */
  readonly brokenAt?: number;
};

/** Works every hash out again, from the first posting to the last (校验). */
export async function checkPublications(deps: Deps, community: string): Promise<PublicationCheck> {
  const head = await readChain(deps, community);
  const postings = new Map<number, Posting>();
  for await (const item of itemsBetween(deps, { pk: archivePartition(community), from: "S#", to: "S#~" })) {
    const posting = item as unknown as Posting;
    // What was approved but not posted has no number yet.
    if (typeof posting.no === "number") postings.set(posting.no, posting);
  }
  const no = brokenPosting(community, postings, head, sha256);
  return { holds: no === undefined, posted: head.seq, ...(no !== undefined && { brokenAt: no }) };
}
