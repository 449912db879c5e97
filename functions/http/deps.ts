import { randomBytes } from "node:crypto";
import { type Documents, environment, openDocuments, openParameters, type Tables } from "../keys/aws.ts";
import { type Keys, parameterKeys } from "../keys/keys.ts";

/** What a function works with; everything that is not a pure value comes in here. */
export type Deps = {
  readonly documents: Documents;
  readonly tables: Tables;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new id, in order of time. */
  readonly newId: () => string;
  /** Where people reach us, when the installation says so. */
  readonly publicUrl?: string;
};

let kept: Deps | undefined;

/** The collaborators of a deployed function, made once per container from its environment. */
export function lambdaDeps(): Deps {
  if (kept) return kept;
  const { tables, keyParameter, publicUrl } = environment();
  kept = {
    documents: openDocuments(),
    tables,
    keys: parameterKeys(openParameters(), keyParameter),
    now: () => Date.now(),
    newId: () => timeId(Date.now(), randomBytes(10)),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
  return kept;
}

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id of 26 characters: ten of the time in milliseconds, sixteen of chance, in Crockford's alphabet. */
export function timeId(milliseconds: number, chance: Uint8Array): string {
  let time = "";
  for (let rest = milliseconds, index = 0; index < 10; index += 1) {
    time = DIGITS.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const bits = BigInt(`0x${Buffer.from(chance).toString("hex")}`);
  let tail = "";
  for (let shift = 75n; shift >= 0n; shift -= 5n) tail += DIGITS.charAt(Number((bits >> shift) & 31n));
  return time + tail;
}
