import { Hono } from "hono";
import { invalid } from "../../../shared/contract/refusal.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { Deps } from "../../http/deps.ts";
import { yearTable } from "../../ledger/budget.ts";
import { taskFunds } from "../../ledger/credits.ts";
import { receiptsView } from "../../ledger/receipts.ts";
import { restrictedFunds } from "../../ledger/restricted-funds.ts";
import type { ApiEnv } from "../env.ts";
import { requireVouchers } from "./ledger.ts";

/** Where money comes from and what it is bound to: receipts, restricted funds, funds of tasks, a year against its budget. */
export const ledgerFundRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/ledger/receipts", async (c) => {
      requireVouchers(c, "read");
      return c.json(await receiptsView(deps, c.get("community")));
    })
    .get("/ledger/restricted-funds", async (c) => {
      requireVouchers(c, "read");
      return c.json({ funds: await restrictedFunds(deps, c.get("community")) });
    })
    .get("/ledger/task-funds", async (c) => {
      requireVouchers(c, "read");
      return c.json({ tasks: await taskFunds(deps, c.get("community")) });
    })
    .get("/ledger/years/:year", async (c) => {
      requireVouchers(c, "read");
      const { year } = c.req.param();
      if (!/^\d{4}$/.test(year)) throw invalid({ path: "year", code: "not-in-format" });
      return c.json({ asOf: dayOf(deps.now()), ...(await yearTable(deps, c.get("community"), year)) });
    });
