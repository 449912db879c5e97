import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import type { Register } from "../../../shared/schema/register.ts";
import { MEGABYTE, readBytes, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { requestCommit } from "../../imports/commit-import.ts";
import { type ImportJob, requireImport } from "../../imports/import-job.ts";
import { addRows, correctColumns, type Request, startFromColumns, startFromFile } from "../../imports/start.ts";
import { requestUndo } from "../../imports/undo.ts";
import { allRowsAnswer, FIRST_ROW, previewAnswer, rowsAnswer, rowsScope, stateAnswer } from "../../imports/view.ts";
import { readCursor } from "../../records/cursor.ts";
import { onceOf } from "../../records/once.ts";
import type { ApiEnv } from "../env.ts";
import { requestedRegister } from "../requested.ts";

const BODY_MAX = 4 * MEGABYTE;
const FILE_TYPES = new Set([
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.ms-excel",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/octet-stream",
  "application/csv",
  "text/csv",
  "text/plain",
  "text/tab-separated-values",
]);

const header = z.string().check(z.maxLength(200));
const heading = z.union([header, z.strictObject({ header })]);
const headings = z.strictObject({ columns: z.array(heading).check(z.minLength(1), z.maxLength(300)) });
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const part = z.strictObject({
  rows: z.array(z.strictObject({ row: z.int().check(z.minimum(1)), cells: z.array(cell).check(z.maxLength(300)) })),
  last: z.optional(z.boolean()),
});
/** What an answer said of a column may come back along with its field; only the field counts. */
const correction = z.strictObject({
  index: z.int(),
  field: z.union([z.string(), z.null()]),
  header: z.optional(z.unknown()),
  samples: z.optional(z.unknown()),
  confidence: z.optional(z.unknown()),
  note: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
});
const corrections = z.strictObject({ columns: z.array(correction) });

/**
 * Imports of a list: a file, or its headings (`{ columns: [{ header }] }`) and then its rows in parts
 * (`{ rows: [{ row, cells }], last }`; numbers of a file stay numbers, and many rows are looked at with the last part);
 * a look at what would become of them (`GET …/rows`: every row, or with `?state=` those in one), corrections (`{ columns: [{ index, field }] }`), commit and undo.
 */
export const importRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/registers/:r/imports", async (c) => {
      const register = importable(c);
      const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
      const preview =
        type === "application/json"
          ? await readJson(c, MEGABYTE, headings).then((body) =>
              startFromColumns(
                deps,
                requestOf(c, register, body),
                body.columns.map((column) => (typeof column === "string" ? column : column.header)),
              ),
            )
          : await fileBody(c, type).then((bytes) => startFromFile(deps, requestOf(c, register, digest(bytes)), bytes));
      return c.json(await previewAnswer(deps, preview, c.get("language")), 201);
    })
    .put("/registers/:r/imports/:id/rows", async (c) => {
      const job = await requested(deps, c);
      const { rows, last } = await readJson(c, BODY_MAX, part);
      const preview = await addRows(deps, job, rows, last);
      return c.json(
        preview ? await previewAnswer(deps, preview, c.get("language")) : { id: job.id, received: rows.length },
      );
    })
    .get("/registers/:r/imports/:id/rows", async (c) => {
      const job = await requested(deps, c);
      const cursor = c.req.query("cursor");
      const at = cursor === undefined ? FIRST_ROW : await readCursor(deps, rowsScope(job), cursor);
      // The cursor of a preview goes on with the rows to look at; any other with all of them.
      if ("from" in at) return c.json(await rowsAnswer(deps, job, Number(at.from), c.get("language")));
      const only = stateOf("only" in at ? at.only : c.req.query("state"));
      const place = { row: Number(at.row), reported: Number(at.reported) };
      return c.json(await allRowsAnswer(deps, job, only, place, c.get("language")));
    })
    .patch("/registers/:r/imports/:id", async (c) => {
      const job = await requested(deps, c);
      const { columns } = await readJson(c, MEGABYTE, corrections);
      return c.json(await previewAnswer(deps, await correctColumns(deps, job, columns), c.get("language")));
    })
    .get("/registers/:r/imports/:id", async (c) => {
      const job = await requested(deps, c);
      return c.json(await stateAnswer(deps, job, c.get("language")));
    })
    .post("/registers/:r/imports/:id/commit", async (c) => {
      const job = await requested(deps, c);
      await requestCommit(deps, job);
      return c.json(await stateAnswer(deps, await requested(deps, c), c.get("language")), 202);
    })
    .post("/registers/:r/imports/:id/undo", async (c) => {
      const job = await requested(deps, c);
      await requestUndo(deps, job);
      return c.json(await stateAnswer(deps, await requested(deps, c), c.get("language")), 202);
    });

/** Lists whose records come about by their own actions, or in order of arrival, are not imported. */
function importable(c: Context<ApiEnv>): Register {
  const register = requestedRegister(c, "import");
  if (register.byAction || register.queue) throw new Refusal("no-right", [{ path: "", code: "by-action-only" }]);
  return register;
}

function requested(deps: Deps, c: Context<ApiEnv>): Promise<ImportJob> {
  return requireImport(deps, importable(c), c.get("community"), c.req.param("id") ?? "");
}

const rowState = z.enum(["new", "changed", "same", "error"]);

function stateOf(text: unknown) {
  const given = z.optional(rowState).safeParse(text);
  if (!given.success) throw invalid({ path: "state", code: "not-in-list" });
  return given.data;
}

async function fileBody(c: Context, type: string): Promise<Uint8Array> {
  if (!FILE_TYPES.has(type)) throw new Refusal("wrong-type");
  const bytes = await readBytes(c, BODY_MAX);
  // Whatever is sent as text reaches us as UTF-8; what was not UTF-8 has been replaced on the way.
  const isText = type.startsWith("text/");
  if (isText && Buffer.from(bytes).includes("\ufffd")) {
    throw new Refusal("wrong-type", [{ path: "file", code: "file-encoding" }]);
  }
  return bytes;
}

function requestOf(c: Context<ApiEnv>, register: Register, body: unknown): Request {
  const { account, name } = c.get("actor");
  const once = onceOf(account, c.req.header("idempotency-key"), [c.req.method, c.req.path, body]);
  return { register, community: c.get("community"), actor: { account, name }, rights: c.get("rights"), once };
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}
