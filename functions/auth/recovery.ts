import { randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { slowKey } from "./password.ts";

/** Letters and digits that cannot be taken for one another when they are read from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const RECOVERY_CODES = 10;
/** Codes are random where passwords are not: a lower cost does. */
const COST = { N: 2 ** 14, r: 8, p: 1 };

/** Codes for the day the phone is gone (恢复码), each good once: 10 of 49 random bits, written `xxxxx-xxxxx`. */
export function newRecoveryCodes(): string[] {
  const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: RECOVERY_CODES }, () => `${part()}-${part()}`);
}

/**
 * How recovery codes are kept: as passwords are, because 49 bits could be tried out by who has the table. One salt for
 * all codes of an account, so that looking for one is a single piece of work.
 */
export function keepRecoveryCodes(codes: readonly string[]): Promise<string[]> {
  const salt = randomBytes(16);
  return Promise.all(codes.map(async (code) => keptText(salt, await keyOf(code, salt))));
}

/** The kept form of the code that was given; undefined when it is none of those that are left. */
export async function findRecoveryCode(kept: readonly string[], code: string): Promise<string | undefined> {
  const [salt] = (kept[0] ?? "").split("$");
  if (!salt) return undefined;
  const given = await keyOf(code, Buffer.from(salt, "base64url"));
  return kept.find((each) => {
    const key = Buffer.from(each.split("$")[1] ?? "", "base64url");
    return key.length === given.length && timingSafeEqual(key, given);
  });
}

const keptText = (salt: Buffer, key: Buffer) => `${salt.toString("base64url")}$${key.toString("base64url")}`;

function keyOf(code: string, salt: Buffer): Promise<Buffer> {
  const plain = code
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return slowKey(plain, salt, COST);
}
