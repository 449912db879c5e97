import type { Context } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { AreaRole } from "../../shared/guard/rights.ts";
import { sessionCookie } from "../http/cookies.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import { type Account, accountItem, type Session, sessionItem } from "./account-items.ts";
import { accountKey, sessionKey } from "./account-keys.ts";
import { requireOwnOrigin } from "./same-origin.ts";

/** Who asks (操作人): an account by session or token, or a district's program. */
export type Actor = {
  readonly account: string;
  readonly name: string;
  readonly via: Session["kind"];
  readonly areas: readonly AreaRole[];
};

type AccountsDeps = Pick<Deps, "documents" | "tables" | "now" | "publicUrl">;

/**
 * Who is asking, or 401. A Bearer token counts before the cookie. A cookie comes along with whatever page makes the
 * browser ask, so writes by cookie must also come from a page of ours.
 */
export async function authenticate(deps: AccountsDeps, c: Context): Promise<Actor> {
  const bearer = bearerToken(c);
  const secret = bearer ?? sessionCookie(c);
  if (!secret) throw new Refusal("signed-out");
  const session = await readSession(deps, secret);
  if (!session || (session.kind === "session") !== (bearer === undefined)) throw new Refusal("signed-out");
  if (bearer === undefined) requireOwnOrigin(deps, c);
  if (session.kind === "client") return clientActor(session);
  const account = await readAccount(deps, session.account);
  if (!account || account.epoch !== session.epoch) throw new Refusal("signed-out");
  return { account: account.account, name: account.name, via: session.kind, areas: account.areas };
}

/** A session or token that has not run out. TTL deletes late, so the time is looked at as well. */
export async function readSession(deps: AccountsDeps, secret: string): Promise<Session | undefined> {
  const item = await openItems(deps.documents, deps.tables.accounts).get(sessionKey(secret));
  const session = item && sessionItem.parse(item);
  return session && session.expiresAt > deps.now() ? session : undefined;
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
