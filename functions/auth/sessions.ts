import { Refusal } from "../../shared/contract/refusal.ts";
import { newSecret } from "../accounts/secret.ts";
import { type Account, sessionItem } from "../guard/account-items.ts";
import { accessKey, accountKey, hashOf, sessionKey, sessionKeyOf } from "../guard/account-keys.ts";
import { IDLE_MS, isOpen } from "../guard/actor.ts";
import type { Deps } from "../http/deps.ts";
import { type Item, openItems } from "../store/items.ts";
import type { Write } from "../store/transact.ts";

/** A working day, however busy; whoever comes back tomorrow signs in again. */
export const SESSION_SECONDS = 12 * 3600;
/** Tokens for scripts run out after a week, so that a forgotten one does not stay. */
export const TOKEN_SECONDS = 7 * 24 * 3600;

/** The stored side of a session or token. */
export function sessionWrite(deps: Deps, secret: string, seconds: number, item: Item): Write {
  const expiresAt = deps.now() + seconds * 1000;
  return { put: { ...sessionKey(secret), ...item, expiresAt, ttl: Math.ceil(expiresAt / 1000) }, only: "absent" };
}

/** A way in that stands open (登录): somebody's session, or a token for a script. */
export type Access = {
  readonly id: string;
  readonly kind: "session" | "bearer";
  /** A session's device in the browser's own words, or what a token is for. */
  readonly label: string;
  readonly at: number;
  readonly expiresAt: number;
};

/** Opens a session (会话) for an account on a device and gives its secret. */
export function openSession(deps: Deps, account: Account, device: string): Promise<string> {
  return open(deps, account, "session", device).then(({ secret }) => secret);
}

/** A token by which a script works as this account (令牌). Its secret is shown this one time. */
export function createToken(deps: Deps, account: Account, label: string) {
  return open(deps, account, "bearer", label);
}

async function open(deps: Deps, { account, epoch }: Account, kind: Access["kind"], label: string) {
  const secret = kind === "bearer" ? `linli_${newSecret()}` : newSecret();
  const seconds = kind === "bearer" ? TOKEN_SECONDS : SESSION_SECONDS;
  const id = deps.newId();
  const at = deps.now();
  const expiresAt = at + seconds * 1000;
  const access: Access = { id, kind, label, at, expiresAt };
  const listed = {
    ...accessKey(account, id),
    ...access,
    hash: hashOf(secret),
    epoch,
    ttl: Math.ceil(expiresAt / 1000),
  };
  const item = { kind, account, epoch, id, ...(kind === "session" && { idleAt: at + IDLE_MS }) };
  await openItems(deps.documents, deps.tables.accounts).write(sessionWrite(deps, secret, seconds, item), {
    put: listed,
    only: "absent",
  });
  return { ...access, secret };
}

/** Every way in that stands open, the newest first. */
export async function listAccess(deps: Deps, { account, epoch }: Account): Promise<Access[]> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const found = await items.list(accessKey(account, "").pk, "ACCESS#");
  const stands = await Promise.all(found.map(({ hash }) => items.get(sessionKeyOf(String(hash)))));
  return found
    .filter(({ epoch: of }, at) => stands[at] && of === epoch && isOpen(sessionItem.parse(stands[at]), deps.now()))
    .map(({ id, kind, label, at, expiresAt }) => ({
      id: String(id),
      kind: kind === "bearer" ? ("bearer" as const) : ("session" as const),
      label: String(label),
      at: Number(at),
      expiresAt: Number(expiresAt),
    }))
    .toSorted((a, b) => b.at - a.at);
}

/** Closes one way in; false when the account has none of that id. */
export async function endAccess(deps: Deps, account: string, id: string): Promise<boolean> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const listed = await items.get(accessKey(account, id));
  if (!listed) return false;
  return items.write({ remove: sessionKeyOf(String(listed.hash)) }, { remove: accessKey(account, id) });
}

/** The id of the way in that a secret opens, if it does. */
export async function accessOf(deps: Deps, secret: string): Promise<{ account: string; id: string } | undefined> {
  const item = await openItems(deps.documents, deps.tables.accounts).get(sessionKey(secret));
  const { account, id } = item ? sessionItem.parse(item) : {};
  return account === undefined || id === undefined ? undefined : { account, id };
}

export async function endSession(deps: Deps, secret: string): Promise<void> {
  const access = await accessOf(deps, secret);
  if (access) await endAccess(deps, access.account, access.id);
}

/**
 * Ends every session and token of an account, known or stolen, by moving it to the next epoch. Where they have ended
 * meanwhile, by a new invitation for one, nothing else is changed: whoever asked is signed out as well.
 */
export async function signOutEverywhere(deps: Deps, account: Account, change: Partial<Account> = {}): Promise<Account> {
  const { epoch } = account;
  const set = { ...change, epoch: epoch + 1 };
  const write = { change: accountKey(account.account), set, only: { epoch } };
  if (!(await openItems(deps.documents, deps.tables.accounts).write(write))) throw new Refusal("signed-out");
  return { ...account, ...set };
}
