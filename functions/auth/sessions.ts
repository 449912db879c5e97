import { newSecret } from "../accounts/secret.ts";
import type { Account } from "../guard/account-items.ts";
import { accountKey, hashOf, sessionKey, sessionKeyOf, tokenKey } from "../guard/account-keys.ts";
import { readAccount } from "../guard/actor.ts";
import type { Deps } from "../http/deps.ts";
import { type Item, openItems } from "../store/items.ts";
import type { Write } from "../store/transact.ts";

/** A working day; whoever comes back tomorrow signs in again. */
export const SESSION_SECONDS = 12 * 3600;
/** Tokens for scripts run out after a week, so that a forgotten one does not stay. */
export const TOKEN_SECONDS = 7 * 24 * 3600;

/** The stored side of a session or token. */
export function sessionWrite(deps: Deps, secret: string, seconds: number, item: Item): Write {
  const expiresAt = deps.now() + seconds * 1000;
  return { put: { ...sessionKey(secret), ...item, expiresAt, ttl: Math.ceil(expiresAt / 1000) }, only: "absent" };
}

/** Opens a session (会话) for an account and gives its secret. */
export async function openSession(deps: Deps, account: Account): Promise<string> {
  const secret = newSecret();
  const item = { kind: "session", account: account.account, epoch: account.epoch };
  await openItems(deps.documents, deps.tables.accounts).write(sessionWrite(deps, secret, SESSION_SECONDS, item));
  return secret;
}

export async function endSession(deps: Deps, secret: string): Promise<void> {
  await openItems(deps.documents, deps.tables.accounts).remove(sessionKey(secret));
}

/** Ends every session and token of an account, known or stolen, by moving it to the next epoch. */
export async function signOutEverywhere(deps: Deps, account: string, change: Item = {}): Promise<Account> {
  const items = openItems(deps.documents, deps.tables.accounts);
  for (;;) {
    const current = await readAccount(deps, account);
    if (!current) throw new Error("The account is gone");
    const set = { ...change, epoch: current.epoch + 1 };
    if (await items.write({ change: accountKey(account), set, only: { epoch: current.epoch } })) {
      return { ...current, epoch: current.epoch + 1 };
    }
  }
}

export type TokenView = { readonly id: string; readonly label: string; readonly expiresAt: string };

/** A token by which a script works as this account (令牌). It is shown this one time. */
export async function createToken(deps: Deps, account: Account, label: string): Promise<TokenView & { token: string }> {
  const token = `linli_${newSecret()}`;
  const id = deps.newId();
  const expiresAt = deps.now() + TOKEN_SECONDS * 1000;
  const listed = { ...tokenKey(account.account, id), id, label, hash: hashOf(token), expiresAt, epoch: account.epoch };
  const session = { kind: "bearer", account: account.account, epoch: account.epoch };
  await openItems(deps.documents, deps.tables.accounts).write(sessionWrite(deps, token, TOKEN_SECONDS, session), {
    put: { ...listed, ttl: Math.ceil(expiresAt / 1000) },
    only: "absent",
  });
  return { id, label, expiresAt: new Date(expiresAt).toISOString(), token };
}

/** The tokens that still work. */
export async function listTokens(deps: Deps, account: Account): Promise<TokenView[]> {
  const found = await openItems(deps.documents, deps.tables.accounts).list(`A#${account.account}`, "TOKEN#");
  return found
    .filter((item) => Number(item.expiresAt) > deps.now() && item.epoch === account.epoch)
    .map((item) => ({
      id: String(item.id),
      label: String(item.label),
      expiresAt: new Date(Number(item.expiresAt)).toISOString(),
    }));
}

/** Ends one token; false when the account has none of that id. */
export async function revokeToken(deps: Deps, account: string, id: string): Promise<boolean> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const listed = await items.get(tokenKey(account, id));
  if (!listed) return false;
  return items.write({ remove: sessionKeyOf(String(listed.hash)) }, { remove: tokenKey(account, id) });
}
