import type { Key } from "../store/table.ts";

/** The blocks of a community's history, and where their chain ends; see `shared/rules/blocks/block.ts`. */
export const blocksPartition = (community: string) => `Z#${community}`;
export const blockKey = (community: string, number: number): Key => ({
  pk: blocksPartition(community),
  sk: `B#${String(number).padStart(8, "0")}`,
});
export const blocksHeadKey = (community: string): Key => ({ pk: blocksPartition(community), sk: "HEAD" });
