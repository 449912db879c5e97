import { Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { flowOf } from "../../../shared/schema/flows.ts";
import { StatePassed } from "../../flows/move.ts";
import { moveRecord } from "../../flows/move-record.ts";
import { movesOpen } from "../../flows/open-moves.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { viewWhole } from "../../records/view.ts";
import { StaleRecord } from "../../records/write.ts";
import { getRecord } from "../../store/records.ts";
import type { ApiEnv } from "../env.ts";
import { requestedRegister, requestedVersion, writeContext } from "../requested.ts";

const moving = z.strictObject({
  values: z.optional(z.record(z.string(), z.unknown())),
  reason: z.optional(z.string()),
});

/** The moves of any list's flow: GET …/records/{id}/moves tells which are open, POST …/moves/{move} takes one. */
export const moveRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/registers/:r/records/:id/moves", async (c) => {
      const register = requestedRegister(c, "read");
      const record = await getRecord(deps, register.name, c.get("community"), c.req.param("id"));
      const flow = record && flowOf(register.name, record.values);
      if (!record || !flow || !c.get("rights").sees(register.name, record.values)) throw new Refusal("not-found");
      return c.json(await movesOpen(deps, flow, record, { actor: c.get("actor") }, c.get("rights")));
    })
    .post("/registers/:r/records/:id/moves/:move", async (c) => {
      const register = requestedRegister(c, "read");
      const rights = c.get("rights");
      const body = await readJson(c, MEGABYTE, moving);
      const { values: given = {}, reason } = body;
      const [id, move] = [c.req.param("id"), c.req.param("move")];
      const seen = c.req.header("if-match") === undefined ? {} : { version: requestedVersion(c) };
      const request = { community: c.get("community"), id, move, given, rights, ...seen };
      const view = (record: StaleRecord["current"]) => viewWhole(register, record, rights.restricted);
      try {
        const context = { ...writeContext(c, "move", body, `move-${move}`), ...(reason !== undefined && { reason }) };
        const record = await moveRecord(deps, register, request, context);
        c.header("ETag", `"${record.version}"`);
        return c.json(view(record));
      } catch (error) {
        if (error instanceof StatePassed || error instanceof StaleRecord) {
          throw new Refusal(error.code, error.fields, { current: view(error.current) });
        }
        throw error;
      }
    });
