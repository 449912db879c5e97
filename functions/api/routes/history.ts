import { Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { historyPage } from "../../blocks/export-history.ts";
import type { Deps } from "../../http/deps.ts";
import { readCursor, signCursor } from "../../records/cursor.ts";
import type { ApiEnv } from "../env.ts";

const reached = z.object({ pk: z.string(), sk: z.string() });

/** What `npm run verify` works with (历史导出): GET /history.ndjson, whose pages go on by `cursor`. */
export const historyRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get("/history.ndjson", async (c) => {
    const [community, rights] = [c.get("community"), c.get("rights")];
    if (!rights.can("history")) throw new Refusal("no-right");
    const scope = `history/${community}`;
    const cursor = c.req.query("cursor");
    const after = cursor === undefined ? undefined : reached.parse(await readCursor(deps, scope, cursor));
    const page = await historyPage(deps, { community, rights, after });
    const next = page.after && (await signCursor(deps, scope, page.after));
    return c.body(page.lines, 200, {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="history-${community}.ndjson"`,
      ...(next !== undefined && { link: `<${c.req.path}?cursor=${encodeURIComponent(next)}>; rel="next"` }),
    });
  });
