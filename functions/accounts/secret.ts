import { randomBytes } from "node:crypto";

/** An opaque secret of 256 random bits; only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
