import { Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { coverageOf } from "../../coverage/coverage.ts";
import type { Deps } from "../../http/deps.ts";
import type { ApiEnv } from "../env.ts";

/** What should be there and is not: GET /coverage, and GET /coverage/{check} with everything that is missing. */
export const coverageRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/coverage", async (c) => {
      const found = await coverageOf(deps, c.get("community"), c.get("rights"));
      const checks = found.map(({ gaps, ...one }) => ({ ...one, missing: gaps.length }));
      return c.json({ day: dayOf(deps.now()), checks });
    })
    .get("/coverage/:check", async (c) => {
      const [found] = await coverageOf(deps, c.get("community"), c.get("rights"), c.req.param("check"));
      if (!found) throw new Refusal("not-found");
      return c.json({ day: dayOf(deps.now()), ...found });
    });
