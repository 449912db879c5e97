import { Hono } from "hono";
import { memberships } from "../../accounts/me.ts";
import type { Deps } from "../../http/deps.ts";
import type { ApiEnv } from "../env.ts";

/** What the console needs to start: who is signed in, where they work and what they may do there. */
export const meRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get("/me", async (c) => {
    const { account, name, via, areas } = c.get("actor");
    return c.json({ account, name, via, ...(await memberships(deps, account, areas)) });
  });
