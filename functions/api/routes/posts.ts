import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { postsRegister } from "../../accounts/grant-posts.ts";
import { endPost, grantPost } from "../../accounts/posts.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { idOf } from "../../http/path.ts";
import { viewRecord } from "../../records/view.ts";
import type { StoredRecord } from "../../store/records.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const LIMIT = 16 * 1024;
/** The post's other columns come along and are checked like any record's. */
const grant = z.looseObject({ account: z.optional(z.string()), post: z.string(), from: z.string() });
const end = z.strictObject({ until: z.string(), endReason: z.string() });

/** Granting and ending posts: the only way rights come and go. */
export const postRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/posts/grant", async (c) => {
      const body = await readJson(c, LIMIT, grant);
      const { account, ...given } = body;
      const asker = { rights: c.get("rights"), context: writeContext(c, "grant", body) };
      return shown(c, await grantPost(deps, c.get("community"), asker, account, given), 201);
    })
    .post("/posts/:id/end", async (c) => {
      const body = await readJson(c, LIMIT, end);
      const asker = { rights: c.get("rights"), context: writeContext(c, "end", body) };
      return shown(c, await endPost(deps, c.get("community"), asker, idOf(c), body), 200);
    });

function shown(c: Context<ApiEnv>, record: StoredRecord, status: 200 | 201): Response {
  c.header("ETag", `"${record.version}"`);
  return c.json(viewRecord(postsRegister(), record, c.get("rights").restricted), status);
}
