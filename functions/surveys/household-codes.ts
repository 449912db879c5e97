import { createHmac, randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { readShortCode, shortCode } from "../../shared/rules/short-code.ts";
import type { Deps } from "../http/deps.ts";
import { communityKey } from "../keys/community-keys.ts";
import type { Once } from "../records/once.ts";
import { rateReached, withinRate } from "../sign-ups/rate.ts";
import { getItem } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { doorKey, householdCodeKey } from "./keys.ts";
import type { Survey } from "./survey.ts";

/** Nobody mistypes so often; whoever tries codes out finds one of 1,500 among 150 billion. */
const WRONG_CODES = { max: 40, spanMs: 600_000 };

const target = z.object({ survey: z.string(), dwelling: z.string() });

/** A new code for a door (门牌码), of eight characters that people can read off paper. */
export const newHouseholdCode = () => shortCode(randomBytes(12));

/**
 * The same for a request that may be sent again: worked out from its key, so that whoever got no answer is told the same
 * codes. It needs the caller's key and the community's; neither is kept beside it.
 */
export async function householdCodeFrom(deps: Deps, once: Once, survey: Survey, dwelling: string): Promise<string> {
  const bytes = createHmac("sha256", await communityKey(deps, survey.community, "household"))
    .update(`household-code\n${once.key}\n${once.body}\n${survey.id}\n${dwelling}`)
    .digest();
  return shortCode(bytes.subarray(0, 12));
}

/**
 * What is kept of a code: a keyed hash, salted with the community, so that a code of another survey can be named as
 * one. Without the community's key nobody tries codes out against a stolen table.
 */
export async function householdHash(deps: Deps, community: string, code: string): Promise<string> {
  return createHmac("sha256", await communityKey(deps, community, "household"))
    .update(`household\n${community}\n${code}`)
    .digest("base64url");
}

export type Door = { readonly dwelling: string; readonly hash: string };

/** The door whose code somebody wrote. Refused in words: no code, one of another survey, or none that is known. */
export async function doorOf(deps: Deps, survey: Survey, written: string, address: string): Promise<Door> {
  const refused = (code: string) => invalid({ path: "householdCode", code });
  if (written.trim() === "") throw refused("household-code-missing");
  const guesses = ["household", survey.id, address];
  if (await rateReached(deps, guesses, WRONG_CODES)) throw refused("household-code-tried");
  const code = readShortCode(written);
  const hash = code && (await householdHash(deps, survey.community, code));
  const item = hash && (await getItem(deps, householdCodeKey(hash)));
  const found = item ? target.parse(item) : undefined;
  if (hash && found?.survey === survey.id) return { dwelling: found.dwelling, hash };
  await withinRate(deps, guesses, { ...WRONG_CODES, max: Number.POSITIVE_INFINITY });
  throw refused(found ? "household-code-other" : "household-code-wrong");
}

/**
 * The item by which a door's code is used, once. It says that it was used and nothing else: no time, no answer, no
 * name by which one could be found.
 */
export function usedDoor(deps: Deps, survey: string, { dwelling, hash }: Door): PlannedItem {
  return {
    item: {
      Update: {
        TableName: deps.tables.records,
        Key: doorKey(survey, dwelling),
        UpdateExpression: "SET used = :yes",
        ConditionExpression: "#hash = :hash AND attribute_not_exists(used)",
        ExpressionAttributeNames: { "#hash": "hash" },
        ExpressionAttributeValues: { ":yes": true, ":hash": hash },
      },
    },
    refusal: () => new Refusal("invalid-fields", [{ path: "householdCode", code: "household-code-used" }]),
  };
}
