import * as z from "zod/mini";
import type { Content } from "../../shared/rules/publication/content.ts";
import { areaKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, itemsBetween } from "../store/items.ts";
import type { Committee } from "./committee.ts";
import { committeeKey, pageKey, publicHeadKey, publicPartition } from "./keys.ts";

const label = z.object({ zh: z.string(), en: z.string() });
const lineItem = z.object({
  no: z.int(),
  kind: z.string(),
  title: label,
  from: z.string(),
  to: z.string(),
  postedAt: z.int(),
});
const committeeItem = z.object({
  name: label,
  phone: z.optional(z.string()),
  address: z.optional(z.string()),
  hours: z.optional(z.string()),
});
const goneItem = z.object({
  no: z.int(),
  title: label,
  to: z.string(),
  gone: z.discriminatedUnion("why", [
    z.object({ why: z.literal("withdrawn"), reason: z.string(), at: z.int() }),
    z.object({ why: z.literal("corrected"), by: z.int(), at: z.int() }),
  ]),
});

const headItem = z.object({ number: z.int(), hash: z.string(), day: z.string() });

/** The end of the chain that seals the community's history, for everybody to copy (校验码). */
export type PublicHead = z.infer<typeof headItem>;
/** What the board shows: lines newest first, and the latest head of the history where there is one. */
export type Board = { readonly lines: readonly BoardLine[]; readonly head?: PublicHead };
/** One line of the board (公开栏): what is on display. */
export type BoardLine = z.infer<typeof lineItem>;
/** What was taken down, and why. */
export type Gone = z.infer<typeof goneItem>;
/** A publication as everybody may read it. */
export type PublicPage = BoardLine & { readonly content: Content; readonly hash: string };

/**
 * What the public pages read (公开): nothing but what was posted, and the name of the community. They have no permission for
 * anything else.
 */
export async function readPublisher(deps: Deps, community: string): Promise<Committee | undefined> {
  const item = await getItem(deps, committeeKey(community));
  if (item) return committeeItem.parse(item);
  const area = await getItem(deps, areaKey(community));
  return area && { name: { zh: String(area.name), en: String(area.name) } };
}

/** Everything in force on a day and the history's head: one range of one partition, however long the past is. */
export async function readBoard(deps: Deps, community: string, today: string): Promise<Board> {
  const lines: BoardLine[] = [];
  let head: PublicHead | undefined;
  for await (const item of itemsBetween(deps, {
    pk: publicPartition(community),
    from: `N#${today}`,
    to: "N#~",
  })) {
    if (item.sk === publicHeadKey(community).sk) {
      head = headItem.parse(item);
      continue;
    }
    const line = lineItem.parse(item);
    if (line.from <= today) lines.push(line);
  }
  lines.sort((a, b) => b.no - a.no);
  return { lines, ...(head && { head }) };
}

/** One publication by its number: its page, what became of it, or nothing. */
export async function readPublic(deps: Deps, community: string, no: number): Promise<PublicPage | Gone | undefined> {
  const item = await getItem(deps, pageKey(community, no));
  if (!item) return undefined;
  if (item.gone !== undefined) return goneItem.parse(item);
  // The content was put there by a posting alone, whole.
  return { ...lineItem.parse(item), hash: String(item.hash), content: item.content as Content };
}
