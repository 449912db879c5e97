import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { MEGABYTE, readBytes, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { idOf } from "../../http/path.ts";
import { confirmPastBook, correctPastBook, startPastBook, undoPastBook } from "../../ledger/past-book.ts";
import { lineOf, type PastBookJob, readRows, requirePastBook } from "../../ledger/past-book-job.ts";
import { worded } from "../../ledger/view.ts";
import { onceOf } from "../../records/once.ts";
import type { ApiEnv } from "../env.ts";
import { requireVouchers } from "./ledger.ts";

const BODY_MAX = 4 * MEGABYTE;
const ROWS_LISTED = 5_000;

const corrections = z.strictObject({
  lines: z.record(z.string().check(z.maxLength(6)), z.string().check(z.maxLength(40))),
});

/** Past books as opening history: a look at the file, the director's one act, and taking it back as a whole. */
export const ledgerImportRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/ledger/imports", async (c) => {
      requireVouchers(c, "read");
      const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim() ?? "";
      if (type === "" || type === "application/json" || type.startsWith("multipart/")) throw new Refusal("wrong-type");
      const bytes = await readBytes(c, BODY_MAX);
      const digest = createHash("sha256").update(bytes).digest("base64url");
      const once = onceOf(c.get("actor").account, c.req.header("idempotency-key"), [c.req.path, digest]);
      const job = await startPastBook(deps, c.get("community"), askerOf(c), bytes, once);
      return c.json(await preview(deps, job, c.get("language")), 201);
    })
    .get("/ledger/imports/:id", async (c) => {
      requireVouchers(c, "read");
      return c.json(await preview(deps, await requirePastBook(deps, c.get("community"), idOf(c)), c.get("language")));
    })
    .patch("/ledger/imports/:id", async (c) => {
      requireVouchers(c, "read");
      const { lines } = await readJson(c, MEGABYTE, corrections);
      const job = await correctPastBook(deps, c.get("community"), idOf(c), askerOf(c), lines);
      return c.json(await preview(deps, job, c.get("language")));
    })
    .post("/ledger/imports/:id/commit", async (c) => {
      requireVouchers(c, "read");
      const job = await confirmPastBook(deps, c.get("community"), idOf(c), askerOf(c));
      return c.json(stateOf(job), 202);
    })
    .post("/ledger/imports/:id/undo", async (c) => {
      requireVouchers(c, "read");
      const job = await undoPastBook(deps, c.get("community"), idOf(c), askerOf(c));
      return c.json(stateOf(job), 202);
    });

function askerOf(c: Context<ApiEnv>) {
  const { account, name } = c.get("actor");
  return { rights: c.get("rights"), actor: { account, name } };
}

/** What the file holds and would become: nothing is in the books before the director says so. */
async function preview(deps: Deps, job: PastBookJob, language: Language) {
  const { data } = job;
  const { entries, problems } = await readRows(deps, job.id);
  const byRow = new Map<number, typeof problems>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  const entered = new Set(entries.map(({ row }) => row));
  const wrong = [...byRow.keys()].filter((row) => !entered.has(row));
  const problemsOf = (row: number) => worded(byRow.get(row) ?? [], language);
  const rows = [...entries.map((entry) => ({ ...entry, ...lineOf(job, entry) })), ...wrong.map((row) => ({ row }))].map(
    (row) => ({ ...row, state: byRow.has(row.row) ? "error" : "new", problems: problemsOf(row.row) }),
  );
  const { book, title, from, through, openingFen, incomeFen, expenseFen, closingFen } = data;
  return {
    ...stateOf(job),
    book,
    title,
    from,
    through,
    openingFen,
    incomeFen,
    expenseFen,
    closingFen,
    counts: { new: entries.length, error: byRow.size },
    rows: rows.sort((a, b) => a.row - b.row).slice(0, ROWS_LISTED),
  };
}

function stateOf({ id, state, done, total, data }: PastBookJob) {
  const isWorking = state === "queued" || state === "running";
  return { id, state: isWorking ? "running" : state, done, total, undone: data.undone };
}
