import { createHmac } from "node:crypto";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Account } from "../guard/account-items.ts";
import { accountKey, failuresKey, loginKey } from "../guard/account-keys.ts";
import { readAccount } from "../guard/actor.ts";
import type { Deps } from "../http/deps.ts";
import { type Notes, note } from "../http/notes.ts";
import { openItems } from "../store/items.ts";
import { loginFromText } from "./login.ts";
import { hashPassword, isOutdated, isPassword } from "./password.ts";
import { giveBack, tryUpTo } from "./tries.ts";

/** Wrong tries of one account from one address, and of all accounts from one address, in a window. */
const TRIES = { account: 5, address: 20, windowMs: 15 * 60_000 };

/**
 * The account of a login and password, or undefined. Each try is counted before the password is looked at, so that
 * fifty at once get no further than five in a row; a right one is given back. Nobody is locked out for ever, and
 * somebody at another address is not locked out at all.
 */
export async function checkLogin(
  deps: Deps,
  given: { readonly login: string; readonly password: string; readonly address: string },
): Promise<Account | undefined> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const login = loginFromText(given.login) ?? "";
  const ofAccount = failuresKey(`${login}|${given.address}`);
  // No login is written with a star, so that what is no login at all is not counted twice.
  const ofAddress = failuresKey(`*|${given.address}`);
  const ends =
    (await tryUpTo(items, ofAccount, TRIES.account, deps.now(), TRIES.windowMs)) ??
    (await tryUpTo(items, ofAddress, TRIES.address, deps.now(), TRIES.windowMs));
  if (ends !== undefined) note(await tryNotes(deps, undefined, given.address));
  if (ends !== undefined) throw new Refusal("too-many", [], { retryAfter: (ends - deps.now()) / 1000 });
  const account = await accountOf(deps, login);
  if (!(await isPassword(given.password, account?.password))) {
    note({ refused: "wrong-password", ...(await tryNotes(deps, account, given.address)) });
    return undefined;
  }
  await items.remove(ofAccount);
  await giveBack(items, ofAddress);
  if (account?.password && isOutdated(account.password)) await keepAnew(deps, account, given.password);
  return account;
}

/** Whose account somebody tried to get into and from where: never what was typed, which may be a password. */
export async function tryNotes(deps: Deps, account: Account | undefined, address: string): Promise<Notes> {
  const key = await deps.keys.subkey("hash");
  const from = createHmac("sha256", key).update(`log\n${address}`).digest("base64url").slice(0, 12);
  return { about: account?.account ?? "nobody", from };
}

/** Keeps a right password at today's cost; whoever changed it meanwhile has done so already. */
async function keepAnew(deps: Deps, { account, password: kept }: Account, given: string): Promise<void> {
  const password = await hashPassword(given);
  const change = { change: accountKey(account), set: { password }, only: { password: kept } };
  await openItems(deps.documents, deps.tables.accounts).write(change);
}

/** The account behind a login name. An unknown one costs the same reads. */
export async function accountOf(deps: Deps, login: string): Promise<Account | undefined> {
  const found = await openItems(deps.documents, deps.tables.accounts).get(loginKey(login));
  return readAccount(deps, typeof found?.account === "string" ? found.account : "nobody");
}
