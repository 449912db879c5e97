import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import { type Account, invitationItem } from "../guard/account-items.ts";
import { accountKey, invitationKey, loginKey, subjectKey } from "../guard/account-keys.ts";
import { readAccount } from "../guard/actor.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import type { Key } from "../store/table.ts";
import { loginFromText } from "./login.ts";
import { hashPassword } from "./password.ts";
import { passwordProblem } from "./password-rules.ts";
import { NO_SECOND_STEP } from "./two-step.ts";

export type Chosen = { readonly login: string; readonly password: string; readonly repeat: string };

/** The account an invitation is for; 410 when it was used, has run out, or a later one took its place. */
export function invitedAccount(deps: Deps, secret: string): Promise<Account> {
  return invitedBy(deps, invitationKey(secret));
}

/** The same by the key of the invitation's item. */
export async function invitedBy(deps: Deps, key: Key): Promise<Account> {
  return (await readInvitation(deps, key)).account;
}

/** The account an invitation is for, and what the account starts anew with when it is taken up. */
export async function readInvitation(deps: Deps, key: Key): Promise<{ account: Account; anew: Anew }> {
  const item = await openItems(deps.documents, deps.tables.accounts).get(key);
  const invitation = item && invitationItem.parse(item);
  const account = invitation && invitation.expiresAt > deps.now() && (await readAccount(deps, invitation.account));
  if (!account || invitation.at < account.linksFrom) throw new Refusal("gone");
  const { totp, totpNext, totpStep, recovery } = account;
  const kept = invitation.keepsSecondStep && { totp, totpNext, totpStep, recovery };
  return { account, anew: { ...ANEW, ...kept, linksFrom: deps.now() } };
}

/**
 * Sets up the account (开通账号) with what its person chose; the link works once, also for two at the same moment.
 * An account that has a login keeps it, and its sessions end.
 */
export async function takeUpInvitation(deps: Deps, secret: string, chosen: Chosen): Promise<Account> {
  const { account, anew } = await readInvitation(deps, invitationKey(secret));
  const login = account.login ?? loginFromText(chosen.login);
  const problems = [
    ...(login === undefined ? [{ path: "login", code: chosen.login.trim() === "" ? "required" : "not-a-login" }] : []),
    ...(await passwordProblems(chosen, login ?? "")),
  ];
  if (login === undefined || problems.length > 0) throw invalid(...problems);
  const items = openItems(deps.documents, deps.tables.accounts);
  if (account.login === undefined && (await items.get(loginKey(login)))) throw invalid(LOGIN_TAKEN);
  const set = { ...anew, login, password: await hashPassword(chosen.password), epoch: account.epoch + 1 };
  const { epoch, subject } = account;
  const written = await items.write(
    { remove: invitationKey(secret), only: { account: account.account } },
    { change: accountKey(account.account), set, only: { epoch, subject } },
    ...(subject ? [{ remove: subjectKey(subject) }] : []),
    ...(account.login === undefined
      ? [{ put: { ...loginKey(login), account: account.account }, only: "absent" } as const]
      : []),
  );
  if (written) return { ...account, ...set };
  await invitedAccount(deps, secret);
  throw account.login === undefined ? invalid(LOGIN_TAKEN) : new Refusal("conflict");
}

/**
 * What an account starts with when its invitation is taken up: a password and an outside account from before no longer
 * count, and no link from before. Neither does a second step, unless whoever invites again has left it: they vouch for a person whose phone is lost.
 */
const ANEW = { ...NO_SECOND_STEP, password: "", subject: "", subjectIssuer: "" };

type Anew = typeof ANEW & Pick<Account, "linksFrom">;

const LOGIN_TAKEN: FieldProblem = { path: "login", code: "login-taken" };

/** Everything wrong with a password chosen twice. */
export async function passwordProblems(
  chosen: Pick<Chosen, "password" | "repeat">,
  login: string,
): Promise<FieldProblem[]> {
  const problem = await passwordProblem(chosen.password, login);
  const differs = chosen.password !== chosen.repeat;
  return [...(problem ? [problem] : []), ...(differs ? [{ path: "repeat", code: "password-differs" }] : [])];
}
