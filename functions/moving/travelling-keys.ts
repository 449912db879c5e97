import { randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import * as z from "zod/mini";
import type { Deps } from "../http/deps.ts";
import { sealBytesWith, unsealBytesWith } from "../keys/box.ts";
import {
  type CommunityKeys,
  communityKeysItem,
  keysFromText,
  keysText,
  readCommunityKeys,
} from "../keys/community-keys.ts";
import { putItem } from "../store/items.ts";

/** Keys of one community on their way (随迁密钥): sealed with a passphrase, and with nothing of the old installation. */
export const travellingKeys = z.object({ salt: z.base64(), box: z.string() });
export type TravellingKeys = z.infer<typeof travellingKeys>;

/** What becomes of keys that arrive: taken, or why not. */
export type Arrival = "taken" | "wrong-passphrase" | "other-keys";

/** The file may be copied and tried for years: a guess costs 128 MB and a good part of a second (RFC 7914). */
const COST: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const slowHash = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const NAME = "passphrase";

/** The keys of a community for the journey; undefined when it has none, because it never kept anything. */
export async function packKeys(deps: Deps, community: string, passphrase: string): Promise<TravellingKeys | undefined> {
  const keys = await readCommunityKeys(deps, community);
  if (!keys) return undefined;
  const salt = randomBytes(16);
  const key = await slowHash(passphrase.normalize("NFKC"), salt, 32, COST);
  const box = sealBytesWith({ id: NAME, key }, contextOf(community), Buffer.from(keysText(keys), "utf8"));
  return { salt: salt.toString("base64"), box };
}

/** Keeps keys that arrived under the root of this installation; the same ones again change nothing. */
export async function unpackKeys(
  deps: Deps,
  community: string,
  passphrase: string,
  { salt, box }: TravellingKeys,
): Promise<Arrival> {
  const key = await slowHash(passphrase.normalize("NFKC"), Buffer.from(salt, "base64"), 32, COST);
  let keys: CommunityKeys;
  try {
    const bytes = await unsealBytesWith(async (id) => (id === NAME ? key : undefined), contextOf(community), box);
    keys = keysFromText(bytes.toString("utf8"));
  } catch {
    return "wrong-passphrase";
  }
  const isNew = await putItem(deps, await communityKeysItem(deps, community, keys, 1), { onlyNew: true });
  if (isNew) return "taken";
  const here = await readCommunityKeys(deps, community);
  return here?.lasting.equals(keys.lasting) ? "taken" : "other-keys";
}

const contextOf = (community: string) => `travelling-keys/${community}`;
