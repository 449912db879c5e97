import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Seals bytes (加密) with AES-256-GCM and `context` as associated data. The text begins with the name of its key. */
export function sealBytesWith(
  { id, key }: { readonly id: string; readonly key: CipherKey },
  context: string,
  bytes: Uint8Array,
): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(context, "utf8"));
  const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${sealed.toString("base64")}`;
}

/** Opens sealed bytes with the key they name; a fault when there is none, or when they belong elsewhere. */
export async function unsealBytesWith(
  keyNamed: (id: string) => Promise<CipherKey | undefined>,
  context: string,
  box: string,
): Promise<Buffer> {
  const [id = "", text = ""] = box.split(".");
  const key = await keyNamed(id);
  if (!key) throw new Error("Sealed with a key this installation does not have");
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}
