import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { fund, ledgerLine } from "../../../shared/codes/ledger.ts";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf, isDay } from "../../../shared/rules/calendar.ts";
import { LINES } from "../../../shared/rules/ledger/lines.ts";
import { codeFromText } from "../../../shared/schema/codes.ts";
import type { Label } from "../../../shared/schema/label.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { idOf } from "../../http/path.ts";
import { balanceOn } from "../../ledger/balance.ts";
import { checkChain } from "../../ledger/check-chain.ts";
import { moveVoucher, VOUCHER_MOVES, type VoucherMove, vouchersRegister } from "../../ledger/moves.ts";
import { inNumberOrder, viewVoucher, worded } from "../../ledger/view.ts";
import { voucherWarnings } from "../../ledger/warnings.ts";
import { createRecord } from "../../records/write.ts";
import { allRecords, type StoredRecord } from "../../store/records.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const LIMIT = 64 * 1024;
const entry = z.record(z.string(), z.unknown());
const act = z.strictObject({
  reason: z.optional(z.string()),
  reportedOn: z.optional(z.string()),
  reportNo: z.optional(z.string()),
});

/** Vouchers and their way through the director's hands (S8.15-S8.19): one at a time, there is no act for several. */
export const ledgerRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/ledger/vouchers", async (c) => {
      requireVouchers(c, "write");
      const given = await readJson(c, LIMIT, entry);
      const context = writeContext(c, "create", given);
      const record = await createRecord(deps, vouchersRegister(), c.get("community"), codedValues(given), context);
      return answer(deps, c, record, 201);
    })
    .get("/ledger/vouchers", async (c) => {
      requireVouchers(c, "read");
      const { year, state } = c.req.query();
      if (year !== undefined && !/^\d{4}$/.test(year)) throw invalid({ path: "year", code: "not-in-format" });
      const states = vouchersRegister().fields.state;
      if (state !== undefined && states?.kind === "code" && !Object.hasOwn(states.codes.codes, state)) {
        throw invalid({ path: "state", code: "not-in-list" });
      }
      const found: StoredRecord[] = [];
      for await (const record of allRecords(deps, "vouchers", c.get("community"))) {
        const { values } = record;
        const isOfYear = year === undefined || String(values.date).startsWith(year);
        if (isOfYear && (state === undefined || values.state === state)) found.push(record);
      }
      return c.json({
        vouchers: inNumberOrder(found).map((record) => viewVoucher(record, c.get("rights").restricted)),
      });
    })
    .post("/ledger/vouchers/:id/:move", async (c) => {
      requireVouchers(c, "read");
      const move = VOUCHER_MOVES.find((one) => one === c.req.param("move"));
      if (!move) throw new Refusal("not-found");
      const body = await actBody(c);
      const { reason, ...given } = body;
      const context = { ...writeContext(c, "move", body), ...(reason !== undefined && { reason }) };
      const actor = { rights: c.get("rights"), context };
      const record = await moveVoucher(deps, c.get("community"), idOf(c), move, given, actor);
      return answer(deps, c, record, 200, move);
    })
    .get("/ledger/lines", (c) => {
      requireVouchers(c, "read");
      const lines = Object.entries(LINES).map(([code, { kind, source }]) => ({
        code,
        kind,
        label: labelOf(ledgerLine.codes[code]),
        ...(source !== undefined && { source }),
      }));
      const sources = Object.entries(fund.codes).map(([code, words]) => ({ code, label: labelOf(words) }));
      return c.json({ lines, sources });
    })
    .get("/ledger/balance", async (c) => {
      requireVouchers(c, "read");
      const date = c.req.query("date") ?? dayOf(deps.now());
      if (!isDay(date)) throw invalid({ path: "date", code: "not-a-date" });
      return c.json({ date, ...(await balanceOn(deps, c.get("community"), date)) });
    })
    .get("/ledger/chain", async (c) => {
      requireVouchers(c, "read");
      return c.json(await checkChain(deps, c.get("community")));
    });

/** What one may not read is refused; the books are no secret of the community, but not everybody's. */
export function requireVouchers(c: Context<ApiEnv>, right: "read" | "write"): void {
  if (!c.get("rights").can(right, "vouchers")) throw new Refusal("no-right");
}

/** Codes may come as their words in either language, as a file's do. */
function codedValues(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { fields } = vouchersRegister();
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      const code = field?.kind === "code" && typeof value === "string" ? codeFromText(field.codes, value) : undefined;
      return [key, code ?? value];
    }),
  );
}

/** An act needs no body where it says nothing more than its address. */
async function actBody(c: Context): Promise<z.infer<typeof act>> {
  const isEmpty = (c.req.header("content-type") ?? "") === "" || c.req.header("content-length") === "0";
  return isEmpty ? {} : readJson(c, MEGABYTE, act);
}

async function answer(deps: Deps, c: Context<ApiEnv>, record: StoredRecord, status: 200 | 201, move?: VoucherMove) {
  const { warnings, rules } = await voucherWarnings(deps, record, move);
  c.header("ETag", `"${record.version}"`);
  return c.json(
    {
      ...viewVoucher(record, c.get("rights").restricted),
      ...(warnings.length > 0 && { warnings: worded(warnings, c.get("language")) }),
      ...(rules.length > 0 && { rules }),
    },
    status,
  );
}

const labelOf = (words: Label | undefined) => ({ zh: words?.zh, en: words?.en });
