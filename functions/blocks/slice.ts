import * as z from "zod/mini";
import { BLOCK_MAX, type Leaf } from "../../shared/rules/blocks/block.ts";
import type { Kind } from "../jobs/kind.ts";
import { addBlock, moveOn, readBlocksHead } from "./chain.ts";
import { newEntries } from "./new-entries.ts";

const blocksData = z.object({
  day: z.string(),
  through: z.int(),
  after: z.optional(z.object({ list: z.string(), key: z.string() })),
});

/**
 * Seals what happened in a community up to the day's instant into blocks (变更封存), as many as it takes. Every block is
 * one transaction at the end of the chain, and entries that a block names are passed over: killed anywhere, it goes on.
 */
export const blocksSlice: Kind = async (deps, job, turn) => {
  const { day, after, ...data } = blocksData.parse(job.data);
  const { community } = job;
  const seen = await readBlocksHead(deps, community);
  // A clock that was put back does not put back what was reached.
  const through = Math.max(data.through, seen?.through ?? 0);
  let head = seen;
  let done = job.done;
  let leaves: Leaf[] = [];
  for await (const { leaf, place } of newEntries(deps, community, seen, through, after)) {
    leaves.push(leaf);
    if (leaves.length < BLOCK_MAX) continue;
    await turn.renew();
    head = await addBlock(deps, community, head, { day, through, leaves }, "more");
    done += leaves.length;
    leaves = [];
    if (turn.isOver()) return { state: "running", done, data: { after: place } };
  }
  await turn.renew();
  if (leaves.length > 0) await addBlock(deps, community, head, { day, through, leaves }, "all");
  else if (head) await moveOn(deps, community, head, through);
  done += leaves.length;
  return { state: "done", done, total: done };
};
