import * as z from "zod/mini";
import { homeOf, type KeptItem, ownerOfCount, ownerOfRecord } from "../../../shared/rules/moving/owner.ts";
import { BackupRefused } from "../backup.ts";
import type { Engine } from "../dynamodb/engine.ts";
import { type MovedItem, writeMovingFile } from "./file.ts";
import { type Snapshot, takeSnapshot } from "./stored-items.ts";

/** What a move needs of a running installation. */
export type House = { readonly engine: Engine; readonly invoke: (event: unknown) => Promise<unknown> };

const packed = z.object({ keys: z.optional(z.object({ salt: z.string(), box: z.string() })) });

/**
 * Writes everything of one community into a file (整体迁出): records with their histories as they are, figures with the
 * closed months, and who holds its posts, by name, without login and password. What was sealed stays sealed; the
 * community's own keys go along under the passphrase. Gives how many items there are.
 */
export async function exportCommunity(house: House, community: string, path: string, passphrase: string, now: Date) {
  const snapshot = await takeSnapshot(house.engine);
  try {
    const place = await placeIn(snapshot, community);
    const { keys } = packed.parse(await house.invoke({ packKeys: { community, passphrase } }));
    if (!place || !keys) throw new BackupRefused(`There are no records of a community ${community} here.`);
    const first = {
      linli: "community",
      format: 1,
      community,
      name: String(place.name),
      exportedAt: now.toISOString(),
      keys,
    } as const;
    return await writeMovingFile(path, first, itemsOf(snapshot, community));
  } finally {
    snapshot.close();
  }
}

async function placeIn(snapshot: Snapshot, community: string): Promise<KeptItem | undefined> {
  for await (const { item } of snapshot.items("records")) {
    if (item.pk.startsWith("C#") && item.sk === community) return item;
  }
  return undefined;
}

async function* itemsOf(snapshot: Snapshot, community: string): AsyncGenerator<MovedItem> {
  const homes = new Map<string, string>();
  for await (const { item } of snapshot.items("records")) {
    const home = homeOf(item);
    if (home) homes.set(...home);
    // An import half done would stay half done for ever.
    const isUnderWay = item.pk === `J#${community}` && (item.state === "queued" || item.state === "running");
    if (isUnderWay) throw new BackupRefused(`${community} is at work on an import or its like. Export it afterwards.`);
  }
  const accounts = new Set<string>();
  for await (const moved of snapshot.items("records")) {
    const owner = ownerOfRecord(moved.item, homes);
    if (owner === undefined)
      throw new Error(`Whose items of the class ${moved.item.pk.split("#")[0]} are is not known`);
    if (owner === "nobody" || owner.community !== community) continue;
    const [kind, holder] = [moved.item.pk.split("#")[0], moved.item.sk];
    if (kind === "G" && holder.startsWith("A#")) accounts.add(holder.slice(2));
    yield moved;
  }
  for await (const moved of snapshot.items("counts")) {
    const owner = ownerOfCount(moved.item);
    if (owner !== "nobody" && owner.community === community) yield moved;
  }
  for await (const { table, item } of snapshot.items("accounts")) {
    if (item.sk === "ACCOUNT" && accounts.has(item.pk.slice(2))) yield { table, item: withoutSecrets(item) };
  }
}

/** Somebody is known by name at the new place, and gets a new link there; rights over areas stay behind. */
function withoutSecrets({ pk, sk, account, name, createdAt }: KeptItem): KeptItem {
  return { pk, sk, account, name, areas: [], epoch: 0, ...(createdAt !== undefined && { createdAt }) };
}
