import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { newSecret } from "../../accounts/secret.ts";
import { outsideRoundKey } from "../../guard/account-keys.ts";
import type { Deps } from "../../http/deps.ts";
import { openItems } from "../../store/items.ts";
import type { Round } from "./openid.late.ts";

/** Whoever goes to the issuer is back within so long, or begins again. */
export const ROUND_SECONDS = 10 * 60;

const purposes = z.union([
  z.object({ purpose: z.literal("sign-in"), to: z.string() }),
  z.object({ purpose: z.literal("link"), account: z.string(), epoch: z.int() }),
  z.object({ purpose: z.literal("invitation"), hash: z.string() }),
]);
const begunItem = z.intersection(purposes, z.object({ redirectUri: z.string(), expiresAt: z.int() }));

/** What somebody goes to the issuer for: to sign in, to tie an account to theirs, to take an invitation up. */
export type Purpose = z.infer<typeof purposes>;
export type Begun = z.infer<typeof begunItem>;

/** Begins a round with the issuer (一次外部登录): the secret goes to the browser alone, all that binds the round follows from it. */
export async function beginRound(deps: Deps, purpose: Purpose, redirectUri: string): Promise<string> {
  const secret = newSecret();
  const expiresAt = deps.now() + ROUND_SECONDS * 1000;
  const item = { ...purpose, redirectUri, expiresAt, ttl: Math.ceil(expiresAt / 1000) };
  await openItems(deps.documents, deps.tables.accounts).put({ ...outsideRoundKey(secret), ...item });
  return secret;
}

/** State, nonce and PKCE verifier (RFC 7636) of a round; one does not lead to another, nor back to the secret. */
export function roundOf(secret: string): Round {
  const part = (name: string) => createHash("sha256").update(`${name}\n${secret}`).digest("base64url");
  return { state: part("state"), nonce: part("nonce"), verifier: part("verifier") };
}

/**
 * Takes the round that a browser comes back from; undefined when it began none, took too long, comes back from another
 * one, or came back before. Of two who come back at the same moment one has it.
 */
export async function takeRound(deps: Deps, secret: string, state: string): Promise<Begun | undefined> {
  if (state !== roundOf(secret).state) return undefined;
  const items = openItems(deps.documents, deps.tables.accounts);
  const key = outsideRoundKey(secret);
  const found = await items.get(key);
  if (!found) return undefined;
  const begun = begunItem.parse(found);
  const isFirst = await items.write({ remove: key, only: { purpose: begun.purpose } });
  return isFirst && begun.expiresAt > deps.now() ? begun : undefined;
}
