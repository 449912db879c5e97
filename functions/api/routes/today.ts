import { Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { recordDuty } from "../../duties/record-duty.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { viewRecord } from "../../records/view.ts";
import { todayOf } from "../../today/today.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const done = z.strictObject({ period: z.string(), values: z.record(z.string(), z.unknown()) });

/** What waits for the caller: GET /today; and a duty written down as done: POST /duties/{duty}/done. */
export const todayRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/today", async (c) => {
      const { account, name } = c.get("actor");
      const items = await todayOf(deps, c.get("community"), { account, name, rights: c.get("rights") });
      return c.json({ day: dayOf(deps.now()), items });
    })
    .post("/duties/:duty/done", async (c) => {
      const body = await readJson(c, MEGABYTE, done);
      const register = registerNamed("duties");
      if (!register) throw new Refusal("not-found");
      const [community, duty] = [c.get("community"), c.req.param("duty")];
      const rights = c.get("rights");
      const record = await recordDuty(deps, community, duty, body, rights, writeContext(c, "create", body, "duty"));
      return c.json(viewRecord(register, record, rights.restricted), 201);
    });
