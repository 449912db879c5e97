import { Refusal } from "../../shared/contract/refusal.ts";
import { addDays, instantOf } from "../../shared/rules/calendar.ts";
import type { Content } from "../../shared/rules/publication/content.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import type { Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { type ChainHead, chainWrite, postedHash } from "./chain.ts";
import type { Committee } from "./committee.ts";
import { committeeKey, lineKey, pageKey, snapshotKey } from "./keys.ts";

/** How long a page says that what it showed is over, before nobody finds the address any more. */
const REMEMBERED_DAYS = 400;

/** Something that is about to be posted. */
export type Posting = {
  readonly id: string;
  readonly content: Content;
  readonly contentHash: string;
  readonly from: string;
  /** The last day it is shown. */
  readonly to: string;
  readonly committee: Committee;
};

/** The columns a posting gives its record, and the items that make it public. */
export type PlannedPosting = { readonly also: Values; readonly items: readonly PlannedItem[] };

/**
 * Makes something public (公布): it gets the next number and its place in the chain, its frozen content goes to the
 * archive, and a copy to where the public pages read. All of it stands on the chain as it was read.
 */
export function planPosting(deps: Deps, community: string, head: ChainHead, posting: Posting): PlannedPosting {
  const { id, content, contentHash, from, to, committee } = posting;
  const no = head.seq + 1;
  const previousHash = head.hash;
  const hash = postedHash({ community, no, from, to, contentHash, previousHash });
  const line = { no, kind: content.kind, title: content.title, from, to, postedAt: deps.now() };
  const chained = { contentHash, hash, previousHash };
  const items = [
    chainWrite(deps, community, head, hash),
    put(deps, snapshotKey(community, id), { ...line, ...chained, content }),
    put(deps, lineKey(community, to, no), { ...line, ttl: endOf(to, 1) }),
    put(deps, pageKey(community, no), { ...line, ...chained, content, ttl: endOf(to, REMEMBERED_DAYS) }),
    put(deps, committeeKey(community), committee),
  ];
  return { also: { no, hash, contentHash, ...(previousHash !== null && { previousHash }) }, items };
}

/** Keeps what was approved until it is posted. */
export function snapshotWrite(deps: Deps, community: string, id: string, content: Content): PlannedItem {
  return put(deps, snapshotKey(community, id), { content });
}

/** Takes a publication off the board at once; its page says what became of it instead of what it said (撤下、更正). */
export function planTakeDown(
  deps: Deps,
  community: string,
  { no, to }: { readonly no: number; readonly to: string },
  gone: { readonly why: "withdrawn"; readonly reason: string } | { readonly why: "corrected"; readonly by: number },
  what: Pick<Content, "title" | "kind">,
): PlannedItem[] {
  const stone = { no, kind: what.kind, title: what.title, to, gone: { ...gone, at: deps.now() } };
  const ttl = Math.floor(deps.now() / 1000) + REMEMBERED_DAYS * 86_400;
  const Delete = { TableName: deps.tables.records, Key: lineKey(community, to, no) };
  return [
    { item: { Delete }, refusal: () => new Refusal("stale") },
    put(deps, pageKey(community, no), { ...stone, ttl }),
  ];
}

/** The second at which a day, so many days later, has ended. */
const endOf = (day: string, days: number) => instantOf(`${addDays(day, days)}T00:00`) / 1000;

function put(deps: Deps, key: Key, item: Readonly<Record<string, unknown>>): PlannedItem {
  return {
    item: { Put: { TableName: deps.tables.records, Item: { ...key, ...item } } },
    refusal: () => new Refusal("stale"),
  };
}
