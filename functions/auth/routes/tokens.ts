import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Account } from "../../guard/account-items.ts";
import { authenticate, readAccount } from "../../guard/actor.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { idOf } from "../../http/path.ts";
import { type Access, createToken, endAccess, listAccess } from "../sessions.ts";

const request = z.strictObject({ label: z._default(z.string().check(z.maxLength(60)), "") });

/** Bearer tokens for scripts: a signed-in person makes, lists and revokes them. */
export const tokenRoutes = (deps: Deps) =>
  new Hono()
    .get("/auth/tokens", async (c) => {
      const open = await listAccess(deps, await owner(deps, c));
      return c.json({ tokens: open.filter(({ kind }) => kind === "bearer").map(tokenView) });
    })
    .post("/auth/tokens", async (c) => {
      const account = await owner(deps, c);
      const { label } = await readJson(c, 4096, request);
      const { secret, ...token } = await createToken(deps, account, label);
      return c.json({ ...tokenView(token), token: secret }, 201);
    })
    .delete("/auth/tokens/:id", async (c) => {
      const account = await owner(deps, c);
      if (!(await endAccess(deps, account.account, idOf(c)))) throw new Refusal("not-found");
      return c.body(null, 204);
    });

const tokenView = ({ id, label, expiresAt }: Access) => ({ id, label, expiresAt: new Date(expiresAt).toISOString() });

/** A token cannot make another, or a lost one would live for ever. */
async function owner(deps: Deps, c: Context): Promise<Account> {
  const actor = await authenticate(deps, c);
  if (actor.via !== "session" && c.req.method !== "GET") throw new Refusal("no-right");
  const account = actor.via === "client" ? undefined : await readAccount(deps, actor.account);
  if (!account) throw new Refusal("no-right");
  return account;
}
