import type { Key } from "../store/table.ts";

/** What is public now, and all that the public pages may read: nothing else stands in this class. */
export const publicPartition = (community: string) => `X#${community}`;
/** Who publishes here: the committee's name and how to reach it, as it was at the latest posting. */
export const committeeKey = (community: string): Key => ({ pk: publicPartition(community), sk: "COMMITTEE" });
/** One line of the board. Its sort key begins with the last day, so that one range is all that is in force. */
export const lineKey = (community: string, to: string, no: number): Key => ({
  pk: publicPartition(community),
  sk: `N#${to}#${numberText(no)}`,
});
/** The end of the chain of history blocks, which stands on the board: in the range of its lines, so that it costs no read. */
export const publicHeadKey = (community: string): Key => ({ pk: publicPartition(community), sk: "N#HISTORY" });
/** The whole of one publication, or what is said once it is gone. */
export const pageKey = (community: string, no: number): Key => ({
  pk: publicPartition(community),
  sk: `T#${numberText(no)}`,
});

/** What was approved and posted, kept inside for good. */
export const archivePartition = (community: string) => `Y#${community}`;
/** The end of the chain of what was posted. */
export const chainKey = (community: string): Key => ({ pk: archivePartition(community), sk: "HEAD" });
export const snapshotKey = (community: string, id: string): Key => ({
  pk: archivePartition(community),
  sk: `S#${id}`,
});

const numberText = (no: number) => String(no).padStart(7, "0");
