import { Hono } from "hono";
import * as z from "zod/mini";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { reveal } from "../../records/reveal.ts";
import type { ApiEnv } from "../env.ts";
import { requestedRegister } from "../requested.ts";

const one = z.strictObject({ field: z.string(), reason: z.string() });
const many = z.strictObject({ ids: z.array(z.string()), field: z.string(), reason: z.string() });

/** Sealed values shown for a reason: /registers/{r}/records/{id}/reveal and, for a list, /registers/{r}/reveal. */
export const revealRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/registers/:r/records/:id/reveal", async (c) => {
      const register = requestedRegister(c, "reveal");
      const { field, reason } = await readJson(c, MEGABYTE, one);
      const request = { ids: [c.req.param("id")], field, reason };
      const [revealed] = await reveal(deps, register, c.get("community"), request, c.get("actor"));
      return c.json({ value: revealed?.value ?? null }, 200, { "cache-control": "no-store" });
    })
    .post("/registers/:r/reveal", async (c) => {
      const register = requestedRegister(c, "reveal");
      const request = await readJson(c, MEGABYTE, many);
      const revealed = await reveal(deps, register, c.get("community"), request, c.get("actor"));
      return c.json(revealed, 200, { "cache-control": "no-store" });
    });
