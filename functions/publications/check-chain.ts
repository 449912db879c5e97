import type { Content } from "../../shared/rules/publication/content.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBetween } from "../store/items.ts";
import { hashOf, postedHash, readChain } from "./chain.ts";
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
  const links = new Map<number, { hash: string; worked: (previous: string | null) => string }>();
  for await (const item of itemsBetween(deps, { pk: archivePartition(community), from: "S#", to: "S#~" })) {
    const { no, from, to, contentHash, hash } = item;
    // What was approved but not posted has no number yet; what is posted while we read is not looked at.
    if (typeof no !== "number" || no > head.seq) continue;
    const isContent = hashOf(item.content as Content) === contentHash;
    const posted = { community, no, from: String(from), to: String(to), contentHash: String(contentHash) };
    links.set(no, {
      hash: String(hash),
      worked: (previousHash) => (isContent ? postedHash({ ...posted, previousHash }) : ""),
    });
  }
  let previous: string | null = null;
  for (let no = 1; no <= head.seq; no += 1) {
    const link = links.get(no);
    if (!link || link.worked(previous) !== link.hash) return { holds: false, posted: head.seq, brokenAt: no };
    previous = link.hash;
  }
  return { holds: previous === head.hash, posted: head.seq };
}
