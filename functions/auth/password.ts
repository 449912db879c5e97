import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { LENGTH_MAX } from "./password-rules.ts";

/** What OWASP asks of scrypt at 32 MB: more memory would be more CPU to pay for, and no smaller function. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const COST_TEXT = ["scrypt", COST.N, COST.r, COST.p].join("$");
const KEY_BYTES = 32;

/** How a password is kept: scrypt with a salt of its own; the cost stands beside it, so that it may rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await slowKey(password, salt, COST);
  return [COST_TEXT, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a password is the kept one. Without a kept one the same work is done, so that time tells nothing. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, n, r, p, salt = "", key = ""] = (kept || NOBODY).split("$");
  const expected = Buffer.from(key, "base64url");
  const found = await slowKey(password, Buffer.from(salt, "base64url"), { N: Number(n), r: Number(r), p: Number(p) });
  // Nothing is cut off: what is longer than any password is weighed as well, and is none.
  return timingSafeEqual(found, expected) && [...password].length <= LENGTH_MAX && Boolean(kept);
}

/** Whether a kept password was made at another cost than today's; it is then kept anew when its person comes. */
export function isOutdated(kept: string): boolean {
  return !kept.startsWith(`${COST_TEXT}$`);
}

/** No password has this key. */
const NOBODY = [COST_TEXT, "bm9ib2R5", Buffer.alloc(KEY_BYTES).toString("base64url")].join("$");

/** A key of 32 bytes from something that people type (scrypt, RFC 7914). */
export function slowKey(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
