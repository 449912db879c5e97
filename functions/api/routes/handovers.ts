import { Hono } from "hono";
import * as z from "zod/mini";
import { handoversRegister, openHandover } from "../../handovers/open-handover.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { viewRecord } from "../../records/view.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const LIMIT = 16 * 1024;
const text = z.optional(z.string());
const leaving = z.strictObject({
  post: text,
  ended: z.string(),
  endReason: text,
  giver: text,
  giverAccount: text,
  taker: text,
  takerAccount: text,
});

/** Opening a handover (移交): POST /handovers. Its steps are moves of its flow like any other's. */
export const handoverRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().post("/handovers", async (c) => {
    const body = await readJson(c, LIMIT, leaving);
    const asker = { rights: c.get("rights"), context: writeContext(c, "create", body, "handover") };
    const record = await openHandover(deps, c.get("community"), asker, body);
    c.header("ETag", `"${record.version}"`);
    return c.json(viewRecord(handoversRegister(), record, c.get("rights").restricted), 201);
  });
