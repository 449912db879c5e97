import { Refusal } from "../../shared/contract/refusal.ts";
import type { AreaRole } from "../../shared/guard/rights.ts";
import { accountKey, invitationKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { transactItem, type Write } from "../store/transact.ts";
import type { PlannedAnswer } from "./answer-once.ts";
import { newSecret } from "./secret.ts";

/** Long enough for somebody on leave, short enough that a lost message does not stay a door. */
const INVITATION_SECONDS = 14 * 24 * 3600;

export type Invitation = {
  readonly account: string;
  /** Where the invited person sets up the account; shown this one time. */
  readonly path: string;
  readonly expiresAt: string;
  /** What must be written to the Accounts table for it to work. */
  readonly writes: readonly Write[];
};

/** What whoever invites is shown. */
export type Shown = Omit<Invitation, "writes">;

/** An invitation as what is to be written and what is then answered. */
export function plannedInvitation(deps: Deps, { writes, ...answer }: Invitation): PlannedAnswer<Shown> {
  const items = writes.map((write) => ({
    item: transactItem(deps.tables.accounts, write),
    refusal: () => new Refusal("stale"),
  }));
  return { items, answer };
}

/** A new account without login and password, and the one-time link (邀请) by which its person chooses them. */
export function newInvitation(deps: Deps, name: string, areas: readonly AreaRole[]): Invitation {
  const account = deps.newId();
  return {
    ...linkFor(deps, account, name, [
      { put: { ...accountKey(account), account, name, areas, epoch: 0, createdAt: deps.now() }, only: "absent" },
    ]),
    account,
  };
}

/**
 * A further link for an account that exists: who forgot the password sets a new one by it. The second step is kept, or
 * goes as well where whoever invites says that the phone is lost too.
 */
export function renewedInvitation(deps: Deps, account: string, name: string, keepsSecondStep = false): Invitation {
  return linkFor(deps, account, name, [], keepsSecondStep);
}

function linkFor(
  deps: Deps,
  account: string,
  name: string,
  before: readonly Write[],
  keepsSecondStep = false,
): Invitation {
  const secret = newSecret();
  const expiresAt = deps.now() + INVITATION_SECONDS * 1000;
  const item = {
    ...invitationKey(secret),
    account,
    name,
    keepsSecondStep,
    at: deps.now(),
    expiresAt,
    ttl: Math.ceil(expiresAt / 1000),
  };
  return {
    account,
    path: `/auth/invitation/${secret}`,
    expiresAt: new Date(expiresAt).toISOString(),
    writes: [...before, { put: item, only: "absent" }],
  };
}
