import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import type { FieldProblem } from "../../shared/contract/refusal.ts";

const COST = { N: 2 ** 15, r: 8, p: 2 };
const KEY_BYTES = 32;
const LENGTH_MIN = 10;
const LENGTH_MAX = 200;

/** Passwords that guessers try first and that are long enough for us. */
const COMMON =
  /^(?:(.)\1*|0?123456789\d*|9876543210\d*|abcdefghij.*|qwertyuiop.*|1qaz2wsx3edc.*|password\d*|passw0rd\d*|admin\d*|iloveyou\d*)$/i;

/** What is wrong with a password somebody chose; undefined when nothing is. */
export function passwordProblem(password: string, login: string): FieldProblem | undefined {
  const length = [...password].length;
  if (length < LENGTH_MIN) return { path: "password", code: "password-short", params: { min: LENGTH_MIN } };
  if (length > LENGTH_MAX) return { path: "password", code: "too-long", params: { max: LENGTH_MAX } };
  const isCommon = COMMON.test(password) || (login !== "" && password.toLowerCase().replace(login, "").length < 4);
  return isCommon ? { path: "password", code: "password-common" } : undefined;
}

/** How a password is kept: scrypt with a salt of its own; the cost stands beside it, so that it may rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a password is the kept one. Without a kept one the same work is done, so that time tells nothing. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, n, r, p, salt = "", key = ""] = (kept ?? NOBODY).split("$");
  const expected = Buffer.from(key, "base64url");
  const found = await derive(password, Buffer.from(salt, "base64url"), { N: Number(n), r: Number(r), p: Number(p) });
  return timingSafeEqual(found, expected) && kept !== undefined;
}

/** No password has this key. */
const NOBODY = ["scrypt", COST.N, COST.r, COST.p, "bm9ib2R5", Buffer.alloc(KEY_BYTES).toString("base64url")].join("$");

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC").slice(0, LENGTH_MAX * 4), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
