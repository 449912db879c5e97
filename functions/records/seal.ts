import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { maskIdentityNumber } from "../../shared/rules/identity-number.ts";
import type { Field } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { sealBytesWith, unsealBytesWith } from "../keys/box.ts";
import { communityKey, newestSealKey, sealKeyNamed } from "../keys/community-keys.ts";
import type { SealedValue } from "../store/records.ts";

/** Where a sealed value stands: it opens nowhere else. */
export type Place = {
  readonly community: string;
  readonly register: string;
  readonly id: string;
  readonly field: string;
};

/** Seals a text (加密): AES-256-GCM with its place as associated data, a mask to show and a hash to find it by. */
export async function seal(deps: Deps, place: Place, text: string, field: Field): Promise<SealedValue> {
  const box = await sealOf(deps, place.community, placeText(place), Buffer.from(text, "utf8"));
  return { box, mask: maskOf(text, field), hash: await findingHash(deps, place, text) };
}

/** Opens a sealed value; a fault when it does not belong to this place. */
export async function unseal(deps: Deps, place: Place, sealed: SealedValue): Promise<string> {
  return (await unsealOf(deps, place.community, placeText(place), sealed.box)).toString("utf8");
}

/** Seals bytes of a community with its own key; `context` says what they are. They move house with the community. */
export async function sealOf(deps: Deps, community: string, context: string, bytes: Uint8Array): Promise<string> {
  const { id, key } = await newestSealKey(deps, community);
  return sealBytesWith({ id, key: readyKey(key) }, context, bytes);
}

export function unsealOf(deps: Deps, community: string, context: string, box: string): Promise<Buffer> {
  const keyOf = async (id: string) => {
    const key = await sealKeyNamed(deps, community, id);
    return key && readyKey(key);
  };
  return unsealBytesWith(keyOf, context, box);
}

/** Seals bytes that belong to the installation, such as a part of an import; `context` says what they are. */
export async function sealBytes(deps: Deps, context: string, bytes: Uint8Array): Promise<string> {
  const { id, key } = await deps.keys.newest("seal");
  return sealBytesWith({ id, key: readyKey(key) }, context, bytes);
}

export function unsealBytes(deps: Deps, context: string, box: string): Promise<Buffer> {
  return unsealBytesWith((id) => deps.keys.named(id, "seal"), context, box);
}

/** The keyed hash by which a value is found without being readable: equal texts of one column agree. */
export async function findingHash(deps: Deps, place: Omit<Place, "id">, text: string): Promise<string> {
  const key = readyKey(await communityKey(deps, place.community, "hash"));
  const scope = `${place.community}\n${place.register}\n${place.field}\n`;
  return createHmac("sha256", key)
    .update(scope + text)
    .digest("base64url");
}

/** What everybody sees of a sealed value. */
export function maskOf(text: string, field: Field): string {
  return field.kind === "identityNumber" ? maskIdentityNumber(text) : "******";
}

/** Making a key ready costs more than using it, and an import uses it for every row. */
const ready = new WeakMap<Buffer, KeyObject>();

function readyKey(bytes: Buffer): KeyObject {
  const key = ready.get(bytes) ?? createSecretKey(bytes);
  ready.set(bytes, key);
  return key;
}

function placeText({ community, register, id, field }: Place): string {
  return `${community}/${register}/${id}/${field}`;
}
