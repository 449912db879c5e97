import {
  type CipherKey,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { maskIdentityNumber } from "../../shared/rules/identity-number.ts";
import type { Field } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import type { SealedValue } from "../store/records.ts";

/** Where a sealed value stands: it opens nowhere else. */
export type Place = {
  readonly community: string;
  readonly register: string;
  readonly id: string;
  readonly field: string;
};

/** Names the key in the value, so that keys can change without opening everything at once. */
const KEY_ID = "1";

/** Seals a text (加密): AES-256-GCM with its place as associated data, a mask to show and a hash to find it by. */
export async function seal(deps: Deps, place: Place, text: string, field: Field): Promise<SealedValue> {
  const box = await sealBytes(deps, placeText(place), Buffer.from(text, "utf8"));
  return { box, mask: maskOf(text, field), hash: await findingHash(deps, place, text) };
}

/** Opens a sealed value; a fault when it does not belong to this place. */
export async function unseal(deps: Deps, place: Place, sealed: SealedValue): Promise<string> {
  return (await unsealBytes(deps, placeText(place), sealed.box)).toString("utf8");
}

/** Seals bytes, such as a part of an import; `context` says what they are. */
export async function sealBytes(deps: Deps, context: string, bytes: Uint8Array): Promise<string> {
  return sealBytesWith(await keyFor(deps, "seal"), context, bytes);
}

export async function unsealBytes(deps: Deps, context: string, box: string): Promise<Buffer> {
  return unsealBytesWith(await keyFor(deps, "seal"), context, box);
}

/** Seals bytes with a key of 32 bytes that the caller has derived. */
export function sealBytesWith(key: CipherKey, context: string, bytes: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(context, "utf8"));
  const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `${KEY_ID}.${sealed.toString("base64")}`;
}

export function unsealBytesWith(key: CipherKey, context: string, box: string): Buffer {
  const [keyId, text = ""] = box.split(".");
  if (keyId !== KEY_ID) throw new Error("Sealed with a key this installation does not have");
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

/** The keyed hash by which a value is found without being readable: equal texts of one column agree. */
export async function findingHash(deps: Deps, place: Omit<Place, "id">, text: string): Promise<string> {
  const key = await keyFor(deps, "hash");
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

async function keyFor(deps: Deps, purpose: "seal" | "hash"): Promise<KeyObject> {
  const bytes = await deps.keys.subkey(purpose);
  const key = ready.get(bytes) ?? createSecretKey(bytes);
  ready.set(bytes, key);
  return key;
}

function placeText({ community, register, id, field }: Place): string {
  return `${community}/${register}/${id}/${field}`;
}
