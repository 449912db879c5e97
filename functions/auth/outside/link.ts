import { createHmac } from "node:crypto";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Account } from "../../guard/account-items.ts";
import { accountKey, invitationKeyOf, subjectKey } from "../../guard/account-keys.ts";
import { readAccount } from "../../guard/actor.ts";
import type { Deps, OutsideIssuer } from "../../http/deps.ts";
import { openItems } from "../../store/items.ts";
import type { Write } from "../../store/transact.ts";
import { invitedBy, readInvitation } from "../take-up.ts";

/** Somebody as an issuer knows them: the pair of issuer and subject, which never changes (OpenID Connect Core 1.0, 2). */
export type Subject = { readonly hash: string; readonly issuer: string };

/** A subject as it is kept: by a keyed hash, because some issuers name people by their identity number. */
export async function subjectOf(deps: Deps, { url }: OutsideIssuer, subject: string): Promise<Subject> {
  const issuer = new URL(url).href;
  const key = await deps.keys.subkey("hash");
  return { issuer, hash: createHmac("sha256", key).update(`subject\n${issuer}\n${subject}`).digest("base64url") };
}

/** Whether an account is tied to one of this issuer's. */
export function isLinked({ subject, subjectIssuer }: Account, { url }: OutsideIssuer): boolean {
  return Boolean(subject) && subjectIssuer === new URL(url).href;
}

/** The account tied to a subject, if one is. Nothing else about the subject is looked at: no name, no address. */
export async function accountOfSubject(deps: Deps, { hash }: Subject): Promise<Account | undefined> {
  const found = await openItems(deps.documents, deps.tables.accounts).get(subjectKey(hash));
  const account = found && (await readAccount(deps, String(found.account)));
  return account?.subject === hash ? account : undefined;
}

/** Ties an account to a subject (关联); false when the subject is another account's. */
export async function linkSubject(deps: Deps, account: Account, subject: Subject): Promise<boolean> {
  const set = { subject: subject.hash, subjectIssuer: subject.issuer };
  if (await writeSubject(deps, account, subject, set)) return true;
  return refusedSubject(deps, account, subject);
}

/** Unties an account from its subject (解除关联); everybody signed in elsewhere is signed out. */
export async function unlinkSubject(deps: Deps, account: Account): Promise<Account> {
  const { epoch, subject } = account;
  if (!subject) return account;
  const set = { subject: "", subjectIssuer: "", epoch: epoch + 1 };
  const written = await openItems(deps.documents, deps.tables.accounts).write(
    { change: accountKey(account.account), set, only: { epoch, subject } },
    { remove: subjectKey(subject) },
  );
  if (!written) throw new Refusal("conflict");
  return { ...account, ...set };
}

/**
 * Takes an invitation up with an outside account instead of a password; undefined when that is another account's. As with
 * a password, the link works once and what opened the account before no longer does.
 */
export async function takeUpBySubject(deps: Deps, invitation: string, subject: Subject): Promise<Account | undefined> {
  const key = invitationKeyOf(invitation);
  const { account, anew } = await readInvitation(deps, key);
  const set = { ...anew, subject: subject.hash, subjectIssuer: subject.issuer, epoch: account.epoch + 1 };
  const used = { remove: key, only: { account: account.account } };
  if (await writeSubject(deps, account, subject, set, used)) return { ...account, ...set };
  await invitedBy(deps, key);
  await refusedSubject(deps, account, subject);
  return undefined;
}

/** One subject has one account and one account one subject: the guard of both moves in the same transaction. */
function writeSubject(deps: Deps, account: Account, { hash }: Subject, set: object, ...more: readonly Write[]) {
  const { epoch, subject: before } = account;
  const writes: Write[] = [{ change: accountKey(account.account), set: { ...set }, only: { epoch, subject: before } }];
  if (before !== hash) {
    writes.push({ put: { ...subjectKey(hash), account: account.account }, only: "absent" });
    if (before) writes.push({ remove: subjectKey(before) });
  }
  return openItems(deps.documents, deps.tables.accounts).write(...writes, ...more);
}

/** False when the subject is another's; else the account itself has changed meanwhile, which is a conflict. */
async function refusedSubject(deps: Deps, account: Account, subject: Subject): Promise<false> {
  const owner = await openItems(deps.documents, deps.tables.accounts).get(subjectKey(subject.hash));
  if (owner === undefined || owner.account === account.account) throw new Refusal("conflict");
  return false;
}
