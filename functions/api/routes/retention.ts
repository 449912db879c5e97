import { Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { fromLabel, RETENTIONS } from "../../../shared/schema/retention.ts";
import type { Deps } from "../../http/deps.ts";
import { reportsOf } from "../../retention/report.ts";
import type { ApiEnv } from "../env.ts";

/** What is deleted at the end of its time, and what the latest runs deleted (到期删除): GET /retention. It names nobody. */
export const retentionRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get("/retention", async (c) => {
    if (!c.get("rights").can("retention")) throw new Refusal("no-right");
    const reports = await reportsOf(deps, c.get("community"));
    return c.json({
      rules: RETENTIONS.map((retention) => ({
        register: retention.register.name,
        label: retention.register.label,
        from: fromLabel(retention),
        days: retention.days,
      })),
      runs: reports.map(({ at, ...report }) => ({ ...report, at: new Date(at).toISOString() })),
    });
  });
