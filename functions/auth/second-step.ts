import { Refusal } from "../../shared/contract/refusal.ts";
import { newSecret } from "../accounts/secret.ts";
import { type Account, secondStepItem } from "../guard/account-items.ts";
import { accountKey, failuresKey, secondStepKey } from "../guard/account-keys.ts";
import { readAccount } from "../guard/actor.ts";
import type { Deps } from "../http/deps.ts";
import { note } from "../http/notes.ts";
import { unsealBytes } from "../records/seal.ts";
import { openItems } from "../store/items.ts";
import type { Write } from "../store/transact.ts";
import { findRecoveryCode } from "./recovery.ts";
import { tryNotes } from "./sign-in.ts";
import { stepOfCode } from "./totp.ts";
import { tryUpTo } from "./tries.ts";

/** Who has given the right password has so long to give the code. */
const TICKET_MS = 5 * 60_000;
const TRIES = { max: 5, windowMs: 15 * 60_000 };

/** What the sealed secret of an account is sealed for: it opens nowhere else. */
export const secretContext = (account: string) => `accounts/${account}/totp`;

/** The password was right: gives the ticket with which the second step (两步验证) may be taken. */
export async function beginSecondStep(deps: Deps, account: Account): Promise<string> {
  const ticket = newSecret();
  const expiresAt = deps.now() + TICKET_MS;
  const item = { account: account.account, epoch: account.epoch, expiresAt, ttl: Math.ceil(expiresAt / 1000) };
  await openItems(deps.documents, deps.tables.accounts).put({ ...secondStepKey(ticket), ...item });
  return ticket;
}

/**
 * The account whose second step this code takes, or undefined when the code is wrong or was used before. A ticket opens
 * one session; of two requests with the same code at the same moment one gets in. 410 when the ticket is used or old.
 */
export async function takeSecondStep(
  deps: Deps,
  ticket: string,
  code: string,
  address: string,
): Promise<Account | undefined> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const found = await items.get(secondStepKey(ticket));
  const begun = found && secondStepItem.parse(found);
  const account = begun && begun.expiresAt > deps.now() ? await readAccount(deps, begun.account) : undefined;
  if (!account || account.epoch !== begun?.epoch) throw new Refusal("gone");
  note(await tryNotes(deps, account, address));
  const used = await spendCode(deps, account, code);
  if (!used) note({ refused: "wrong-code" });
  if (!used) return undefined;
  // The ticket goes together with the code: neither can be used again.
  return (await items.write({ remove: secondStepKey(ticket), only: { account: account.account } }, used))
    ? account
    : undefined;
}

/** Looks at a code that somebody signed in gives once more, before the second step is changed. */
export async function isSecondStep(deps: Deps, account: Account, code: string): Promise<boolean> {
  const used = await spendCode(deps, account, code);
  return used !== undefined && openItems(deps.documents, deps.tables.accounts).write(used);
}

/** The write that uses a code up; undefined when it is none. Each try is counted before the code is looked at. */
async function spendCode(deps: Deps, account: Account, code: string): Promise<Write | undefined> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const failures = failuresKey(`second|${account.account}`);
  const ends = await tryUpTo(items, failures, TRIES.max, deps.now(), TRIES.windowMs);
  if (ends !== undefined) throw new Refusal("too-many", [], { retryAfter: (ends - deps.now()) / 1000 });
  const set = await afterCode(deps, account, code);
  if (!set) return undefined;
  await items.remove(failures);
  const { totpUses } = account;
  return { change: accountKey(account.account), set: { ...set, totpUses: totpUses + 1 }, only: { totpUses } };
}

async function afterCode(deps: Deps, account: Account, code: string) {
  if (account.totp === "") return undefined;
  const secret = (await unsealBytes(deps, secretContext(account.account), account.totp)).toString("utf8");
  const step = stepOfCode(secret, code, deps.now());
  if (step !== undefined) return step > account.totpStep ? { totpStep: step } : undefined;
  const used = await findRecoveryCode(account.recovery, code);
  return used === undefined ? undefined : { recovery: account.recovery.filter((kept) => kept !== used) };
}
