import { Refusal } from "../../shared/contract/refusal.ts";
import type { Account } from "../guard/account-items.ts";
import { accountKey } from "../guard/account-keys.ts";
import { readAccount } from "../guard/actor.ts";
import type { Deps } from "../http/deps.ts";
import { sealBytes, unsealBytes } from "../records/seal.ts";
import { openItems } from "../store/items.ts";
import { keepRecoveryCodes, newRecoveryCodes } from "./recovery.ts";
import { secretContext } from "./second-step.ts";
import { signOutEverywhere } from "./sessions.ts";
import { newTotpSecret, stepOfCode } from "./totp.ts";

/** What an account without a second step has; also what switching it off leaves. */
export const NO_SECOND_STEP: Pick<Account, "totp" | "totpNext" | "totpStep" | "recovery"> = {
  totp: "",
  totpNext: "",
  totpStep: 0,
  recovery: [],
};

/** Prepares the second step (两步验证): a secret that counts only once a code of it was given. */
export async function prepareTwoStep(deps: Deps, account: Account): Promise<string> {
  const secret = newTotpSecret();
  const totpNext = await sealBytes(deps, secretContext(account.account), Buffer.from(secret, "utf8"));
  const change = { change: accountKey(account.account), set: { totpNext } } as const;
  await openItems(deps.documents, deps.tables.accounts).write(change);
  return secret;
}

/** The secret that waits for its first code. */
export async function preparedSecret(deps: Deps, account: Account): Promise<string | undefined> {
  if (account.totpNext === "") return undefined;
  return (await unsealBytes(deps, secretContext(account.account), account.totpNext)).toString("utf8");
}

export type Enrolled = { readonly account: Account; readonly codes: readonly string[] };

/** Switches the second step on, if the code is of the prepared secret; everybody signed in elsewhere is signed out. */
export async function confirmTwoStep(deps: Deps, account: Account, code: string): Promise<Enrolled | undefined> {
  const secret = await preparedSecret(deps, account);
  const step = secret && stepOfCode(secret, code, deps.now());
  if (!step) return undefined;
  const codes = newRecoveryCodes();
  const recovery = await keepRecoveryCodes(codes);
  const change = { totp: account.totpNext, totpNext: "", totpStep: step, recovery, totpUses: account.totpUses + 1 };
  return { account: await signOutEverywhere(deps, account, change), codes };
}

/**
 * New recovery codes; the old ones no longer open anything. The new list counts as a use, so that a code of the old one
 * taken at the same moment does not bring the old list back.
 */
export async function renewRecoveryCodes(deps: Deps, { account, epoch }: Account): Promise<readonly string[]> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const codes = newRecoveryCodes();
  const recovery = await keepRecoveryCodes(codes);
  for (;;) {
    const current = await readAccount(deps, account);
    if (current?.epoch !== epoch) throw new Refusal("signed-out");
    const { totpUses } = current;
    const set = { recovery, totpUses: totpUses + 1 };
    if (await items.write({ change: accountKey(account), set, only: { totpUses, epoch } })) return codes;
  }
}

/** Switches the second step off; everybody signed in elsewhere is signed out. */
export function endTwoStep(deps: Deps, account: Account): Promise<Account> {
  return signOutEverywhere(deps, account, { ...NO_SECOND_STEP, totpUses: account.totpUses + 1 });
}
