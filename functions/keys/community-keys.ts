import { hkdfSync, randomBytes } from "node:crypto";
import * as z from "zod/mini";
import type { Deps } from "../http/deps.ts";
import { getItem, openItems } from "../store/items.ts";
import { sealBytesWith, unsealBytesWith } from "./box.ts";
import type { Keys, NamedKey } from "./keys.ts";

/** What a community's lasting key is used for. */
export type CommunityPurpose = "hash" | "receipt" | "household";

/**
 * Keys of one community (社区密钥), made by chance on first use, so that they tell nothing of any other's and can move
 * house with it. They are kept sealed with the installation's key.
 *
 * - `lasting` never changes: by its hashes records are found and kept from repeating, and histories, which nobody may
 *   rewrite, hold them. A receipt on paper is worked out from it too. A rotation seals it anew, no more.
 * - `seals` seal values, each under its name; the latest seals what is written from now on, and after each rotation of
 *   the roots the first to seal something adds one.
 */
export type CommunityKeys = { readonly lasting: Buffer; readonly seals: ReadonlyMap<string, Buffer> };

export const communityKeysKey = (community: string) => ({ pk: `S#${community}`, sk: "KEYS" });

const storedKeys = z.object({ version: z.int(), keys: z.string() });
const content = z.object({ lasting: z.base64(), seals: z.array(z.tuple([z.string(), z.base64()])) });

type Kept = CommunityKeys & { readonly version: number; readonly root: string; readonly derived: Map<string, Buffer> };

/** What a container knows, for each installation and community. */
const known = new WeakMap<Keys, Map<string, Promise<Kept>>>();

/** A key of a community that stays for ever. */
export async function communityKey(deps: Deps, community: string, purpose: CommunityPurpose): Promise<Buffer> {
  const { lasting, derived } = await keysOf(deps, community);
  const key = derived.get(purpose) ?? Buffer.from(hkdfSync("sha256", lasting, "linli community", purpose, 32));
  derived.set(purpose, key);
  return key;
}

/** The key that seals a community's values from now on. */
export async function newestSealKey(deps: Deps, community: string): Promise<NamedKey> {
  const { id: root } = await deps.keys.newest("community");
  const found = await keysOf(deps, community);
  // A container that has not learned of the newest root yet leaves what another has sealed with it.
  const kept = Number(found.root) < Number(root) ? await rotated(deps, community) : found;
  const [id, key] = [...kept.seals].at(-1) ?? [];
  if (id === undefined || key === undefined) throw new Error(`Community ${community} has no key to seal with`);
  return { id, key };
}

/** The key of a name; one that another container has added since is looked for. */
export async function sealKeyNamed(deps: Deps, community: string, id: string): Promise<Buffer | undefined> {
  const key = (await keysOf(deps, community)).seals.get(id);
  return key ?? (await keysOf(deps, community, true)).seals.get(id);
}

/** The item that keeps a community's keys, sealed with the newest root. */
export async function communityKeysItem(deps: Deps, community: string, keys: CommunityKeys, version: number) {
  const text = Buffer.from(keysText(keys), "utf8");
  const box = sealBytesWith(await deps.keys.newest("community"), contextOf(community), text);
  return { ...communityKeysKey(community), version, keys: box };
}

/** Keys as a text, which is never kept or sent but sealed. */
export function keysText({ lasting, seals }: CommunityKeys): string {
  const named = [...seals].map(([id, key]) => [id, key.toString("base64")]);
  return JSON.stringify({ lasting: lasting.toString("base64"), seals: named });
}

export function keysFromText(text: string): CommunityKeys {
  const { lasting, seals } = content.parse(JSON.parse(text));
  return {
    lasting: Buffer.from(lasting, "base64"),
    seals: new Map(seals.map(([id, key]) => [id, Buffer.from(key, "base64")])),
  };
}

/** The keys of a community, if it has any yet. */
export async function readCommunityKeys(deps: Deps, community: string): Promise<CommunityKeys | undefined> {
  return read(deps, community);
}

function keysOf(deps: Deps, community: string, again = false): Promise<Kept> {
  const mine = known.get(deps.keys) ?? new Map<string, Promise<Kept>>();
  known.set(deps.keys, mine);
  const before = again ? undefined : mine.get(community);
  if (before) return before;
  const loading = load(deps, community);
  mine.set(community, loading);
  // A failed read must not stay the answer for the life of the container.
  loading.catch(() => mine.get(community) === loading && mine.delete(community));
  return loading;
}

async function load(deps: Deps, community: string): Promise<Kept> {
  const found = await read(deps, community);
  if (found) return found;
  const keys = { lasting: randomBytes(32), seals: new Map([["1", randomBytes(32)]]) };
  const item = await communityKeysItem(deps, community, keys, 1);
  await openItems(deps.documents, deps.tables.records).put(item, { onlyNew: true });
  // Whoever was first made them.
  const made = await read(deps, community);
  if (!made) throw new Error(`The keys of community ${community} cannot be read`);
  return made;
}

async function read(deps: Deps, community: string): Promise<Kept | undefined> {
  const item = await getItem(deps, communityKeysKey(community));
  if (!item) return undefined;
  const { version, keys: box } = storedKeys.parse(item);
  const bytes = await unsealBytesWith((id) => deps.keys.named(id, "community"), contextOf(community), box);
  const root = box.slice(0, box.indexOf("."));
  return { ...keysFromText(bytes.toString("utf8")), version, root, derived: new Map() };
}

/** Adds a key to seal with and seals all of them with the newest root; of two at once, one does so for both. */
async function rotated(deps: Deps, community: string): Promise<Kept> {
  const current = await read(deps, community);
  const { id: root } = await deps.keys.newest("community");
  if (current && Number(current.root) < Number(root)) {
    const name = String(Math.max(...[...current.seals.keys()].map(Number)) + 1);
    const keys = { lasting: current.lasting, seals: new Map([...current.seals, [name, randomBytes(32)]]) };
    const put = await communityKeysItem(deps, community, keys, current.version + 1);
    const items = openItems(deps.documents, deps.tables.records);
    await items.write({ put, only: { version: current.version } });
  }
  return keysOf(deps, community, true);
}

const contextOf = (community: string) => `community-keys/${community}`;
