import type { Content } from "../../shared/rules/publication/content.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import type { StoredRecord } from "../store/records.ts";
import { snapshotKey } from "./keys.ts";

/** What was approved or posted, as it was frozen; nothing for a draft. */
export async function frozenContent(deps: Deps, { community, id }: StoredRecord): Promise<Content | undefined> {
  const item = await getItem(deps, snapshotKey(community, id));
  // Items of this key class are written by `posting.ts` alone.
  return item?.content as Content | undefined;
}
