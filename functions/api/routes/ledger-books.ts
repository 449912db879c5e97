import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { invalid } from "../../../shared/contract/refusal.ts";
import { dayOf, isDay, isMonth, lastDayOf } from "../../../shared/rules/calendar.ts";
import { AMOUNT_MAX_FEN } from "../../../shared/rules/ledger/entry.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { closeDay } from "../../ledger/close-day.ts";
import { closeMonth, signReview } from "../../ledger/close-month.ts";
import { readHead } from "../../ledger/head.ts";
import { journalOf } from "../../ledger/journal.ts";
import { monthReport } from "../../ledger/month-table.ts";
import { readMonths } from "../../ledger/months.ts";
import { type LedgerDay, readDays } from "../../ledger/sums.ts";
import { worded } from "../../ledger/view.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";
import { requireVouchers } from "./ledger.ts";

const LIMIT = 64 * 1024;
const fen = z.int().check(z.minimum(0), z.maximum(AMOUNT_MAX_FEN * 100));
const text = z.string().check(z.trim(), z.maxLength(500));
const counted = z.strictObject({ countedFen: fen, reason: z.optional(text) });
const statement = z.strictObject({
  bankFen: z.int().check(z.minimum(-AMOUNT_MAX_FEN), z.maximum(AMOUNT_MAX_FEN * 100)),
  items: z._default(
    z
      .array(
        z.strictObject({
          text: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
          amountFen: z.int().check(z.minimum(-AMOUNT_MAX_FEN), z.maximum(AMOUNT_MAX_FEN)),
        }),
      )
      .check(z.maxLength(50)),
    [],
  ),
});
const review = z.strictObject({ findings: z.optional(z.string().check(z.trim(), z.maxLength(2000))) });

/** The books as wholes: journals, days, months, their closing and review (S8.16, S8.20). */
export const ledgerBookRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/ledger/journal", async (c) => {
      requireVouchers(c, "read");
      const book = c.req.query("book") ?? "cash";
      if (book !== "cash" && book !== "bank") throw invalid({ path: "book", code: "not-in-list" });
      return c.json(await journalOf(deps, c.get("community"), book, monthIn(c.req.query("month"), deps)));
    })
    .get("/ledger/days", async (c) => {
      requireVouchers(c, "read");
      const month = monthIn(c.req.query("month"), deps);
      const [days, head] = await Promise.all([
        readDays(deps, c.get("community"), `${month}-01`, lastDayOf(month)),
        readHead(deps, c.get("community")),
      ]);
      return c.json({
        month,
        days: days.map((day) => viewDay(c, day)),
        ...(head.closedThrough !== undefined && { closedThrough: head.closedThrough }),
      });
    })
    .post("/ledger/days/:day/close", async (c) => {
      requireVouchers(c, "read");
      const day = c.req.param("day");
      if (!isDay(day)) throw invalid({ path: "day", code: "not-a-date" });
      const body = await readJson(c, LIMIT, counted);
      const actor = { rights: c.get("rights"), context: writeContext(c, "edit", body) };
      return c.json(viewDay(c, await closeDay(deps, c.get("community"), day, body, actor)));
    })
    .get("/ledger/months", async (c) => {
      requireVouchers(c, "read");
      const [months, { closedMonth = "" }] = await Promise.all([
        readMonths(deps, c.get("community")),
        readHead(deps, c.get("community")),
      ]);
      return c.json({
        months: months.map(({ month, vouchers, close, signatures }) => ({
          month,
          vouchers,
          closed: close !== undefined || month <= closedMonth,
          signatures: signatures.length,
        })),
      });
    })
    .get("/ledger/months/:month", async (c) => {
      requireVouchers(c, "read");
      return c.json(await monthReport(deps, c.get("community"), monthIn(c.req.param("month"), deps)));
    })
    .post("/ledger/months/:month/close", async (c) => {
      requireVouchers(c, "read");
      const month = monthIn(c.req.param("month"), deps);
      const body = await readJson(c, LIMIT, statement);
      const actor = { rights: c.get("rights"), context: writeContext(c, "edit", body) };
      const given = { statementFen: body.bankFen, items: body.items };
      await closeMonth(deps, c.get("community"), month, given, actor);
      return c.json(await monthReport(deps, c.get("community"), month));
    })
    .post("/ledger/months/:month/review", async (c) => {
      requireVouchers(c, "read");
      const month = monthIn(c.req.param("month"), deps);
      const body = await readJson(c, LIMIT, review);
      const actor = { rights: c.get("rights"), context: writeContext(c, "edit", body) };
      await signReview(deps, c.get("community"), month, body.findings, actor);
      return c.json(await monthReport(deps, c.get("community"), month));
    });

function monthIn(given: string | undefined, deps: Deps): string {
  const month = given ?? dayOf(deps.now()).slice(0, 7);
  if (!isMonth(month)) throw invalid({ path: "month", code: "not-a-month" });
  return month;
}

function viewDay(c: Context<ApiEnv>, { day, cashFen, bankFen, vouchers, close }: LedgerDay) {
  return {
    day,
    movedCashFen: cashFen,
    movedBankFen: bankFen,
    vouchers,
    ...(close && {
      closed: {
        cashFen: close.cashFen,
        bankFen: close.bankFen,
        countedFen: close.countedFen,
        differenceFen: close.countedFen - close.cashFen,
        ...(close.reason !== undefined && { reason: close.reason }),
        by: close.by.name,
        at: new Date(close.at).toISOString(),
        warnings: worded(close.warnings.map(plain), c.get("language")),
      },
    }),
  };
}

/** A remark as it was stored, with the type of one that has just been made. */
function plain({ path, code, params }: NonNullable<LedgerDay["close"]>["warnings"][number]) {
  return { path, code, ...(params && { params }) };
}
