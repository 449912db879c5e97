import { type Context, Hono } from "hono";
import type { Register } from "../../../shared/schema/register.ts";
import type { Deps } from "../../http/deps.ts";
import { exportCsv, exportXlsx } from "../../imports/export-list.ts";
import { readCursor, signCursor } from "../../records/cursor.ts";
import type { ApiEnv } from "../env.ts";
import { requestedRegister } from "../requested.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A list as a file: GET /registers/{r}/export.xlsx and export.csv, whose pages go on by `cursor`. */
export const exportRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/registers/:r/export.xlsx", async (c) => {
      const register = requestedRegister(c, "export");
      const file = await exportXlsx(deps, requestOf(c, register));
      return c.body(new Uint8Array(file), 200, { "content-type": XLSX, ...attachment(c, register, "xlsx") });
    })
    .get("/registers/:r/export.csv", async (c) => {
      const register = requestedRegister(c, "export");
      const scope = `export/${register.name}/${c.get("community")}`;
      const cursor = c.req.query("cursor");
      const from = cursor === undefined ? undefined : await readCursor(deps, scope, cursor);
      const after = typeof from?.after === "string" ? from.after : undefined;
      const page = await exportCsv(deps, requestOf(c, register), after);
      const next = page.after === undefined ? undefined : await signCursor(deps, scope, { after: page.after });
      return c.body(page.text, 200, {
        "content-type": "text/csv; charset=utf-8",
        ...attachment(c, register, "csv"),
        ...(next !== undefined && { link: `<${c.req.path}?cursor=${encodeURIComponent(next)}>; rel="next"` }),
      });
    });

function requestOf(c: Context<ApiEnv>, register: Register) {
  return { register, community: c.get("community"), rights: c.get("rights"), language: c.get("language") };
}

/** The file's name in the reader's language, and a plain one for old programs. */
function attachment(c: Context<ApiEnv>, register: Register, ending: string): Record<string, string> {
  const name = encodeURIComponent(`${register.label[c.get("language")]}.${ending}`);
  return { "content-disposition": `attachment; filename="${register.name}.${ending}"; filename*=UTF-8''${name}` };
}
