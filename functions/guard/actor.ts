import type { Context } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { AreaRole } from "../../shared/guard/rights.ts";
import { sessionCookie } from "../http/cookies.ts";
import type { Deps } from "../http/deps.ts";
import { note } from "../http/notes.ts";
import { openItems } from "../store/items.ts";
import { type Account, accountItem, type Session, sessionItem } from "./account-items.ts";
import { accountKey, endedClientKey, sessionKey } from "./account-keys.ts";
import { requireOwnOrigin } from "./same-origin.ts";

/** Who asks (操作人): an account by session or token, or a district's program. */
export type Actor = {
  readonly account: string;
  readonly name: string;
  readonly via: Session["kind"];
  readonly areas: readonly AreaRole[];
};

type AccountsDeps = Pick<Deps, "documents" | "tables" | "now" | "publicUrl" | "secondStepRequired">;

/**
 * Who is asking, or 401. A Bearer token counts before the cookie. A cookie comes along with whatever page makes the
 * browser ask, so writes by cookie must also come from a page of ours. Asking keeps a session open, except where a
 * function may only look at sessions. Where a second step is required, an account without one reaches its own page alone.
 */
export async function authenticate(
  deps: AccountsDeps,
  c: Context,
  by: "looking" | "asking" | "own-account" = "asking",
): Promise<Actor> {
  const bearer = bearerToken(c);
  const secret = bearer ?? sessionCookie(c);
  if (!secret) throw new Refusal("signed-out");
  const session = await readSession(deps, secret);
  if (!session || (session.kind === "session") !== (bearer === undefined)) throw new Refusal("signed-out");
  note({ by: session.account });
  if (bearer === undefined) requireOwnOrigin(deps, c);
  if (session.kind === "client") {
    const ended = await openItems(deps.documents, deps.tables.accounts).get(endedClientKey(session.account));
    if (ended) throw new Refusal("signed-out");
    return clientActor(session);
  }
  const account = await readAccount(deps, session.account);
  if (!account || account.epoch !== session.epoch) throw new Refusal("signed-out");
  if (by !== "own-account" && lacksSecondStep(deps, account)) throw new Refusal("signed-out");
  if (by !== "looking") await keepOpen(deps, secret, session);
  return { account: account.account, name: account.name, via: session.kind, areas: account.areas };
}

/**
 * Whether an account must switch its second step on first (两步验证). One that only an outside issuer opens has no
 * password here: its further factors are the issuer's.
 */
export function lacksSecondStep(
  { secondStepRequired = false }: Pick<Deps, "secondStepRequired">,
  { totp, password }: Account,
): boolean {
  return secondStepRequired && totp === "" && Boolean(password);
}

/** A session or token that has not run out. TTL deletes late, so the time is looked at as well. */
export async function readSession(deps: AccountsDeps, secret: string): Promise<Session | undefined> {
  const item = await openItems(deps.documents, deps.tables.accounts).get(sessionKey(secret));
  const session = item && sessionItem.parse(item);
  return session && isOpen(session, deps.now()) ? session : undefined;
}

/** Whether a session has neither reached its end nor been left alone for too long. */
export function isOpen({ expiresAt, idleAt = expiresAt }: Pick<Session, "expiresAt" | "idleAt">, now: number): boolean {
  return expiresAt > now && idleAt > now;
}

/** A session that nobody uses for an hour ends (NIST SP 800-63B-4, 2.2.3); so long a lunch is signed in again after. */
export const IDLE_MS = 3600_000;
/** It is written down only every so often that somebody is there, so that working costs next to nothing. */
const NOTED_EVERY_MS = 10 * 60_000;

async function keepOpen(deps: AccountsDeps, secret: string, { idleAt }: Session): Promise<void> {
  const now = deps.now();
  if (idleAt === undefined || idleAt - now > IDLE_MS - NOTED_EVERY_MS) return;
  const update = { set: { idleAt: now + IDLE_MS }, condition: "attribute_exists(#pk)" };
  await openItems(deps.documents, deps.tables.accounts).update(sessionKey(secret), update);
}

export async function readAccount(deps: AccountsDeps, account: string): Promise<Account | undefined> {
  const item = await openItems(deps.documents, deps.tables.accounts).get(accountKey(account));
  return item && accountItem.parse(item);
}

function clientActor(session: Session): Actor {
  const areas: AreaRole[] = session.area === undefined ? [] : [{ code: session.area, role: "client" }];
  return { account: session.account, name: session.name ?? session.account, via: "client", areas };
}

function bearerToken(c: Context): string | undefined {
  const header = c.req.header("authorization");
  if (header === undefined) return undefined;
  return /^Bearer ([\w.~+/=-]{1,200})$/i.exec(header)?.[1] ?? "";
}
