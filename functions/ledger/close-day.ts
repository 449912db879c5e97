import { Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { bookAt, type DayClose, dayCloseProblems, dayWarnings } from "../../shared/rules/ledger/day-close.ts";
import { again } from "../accounts/posts.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { transact } from "../store/transact.ts";
import type { Actor } from "./act.ts";
import { headWrite, readHead } from "./head.ts";
import { dayKey } from "./keys.ts";
import { type DayClosing, type LedgerDay, readDay, readOpenDays } from "./sums.ts";

/**
 * Closes a day (日清, S8.16): the cashier counts the cash; where it differs from the book somebody says why. Afterwards
 * nothing more is entered for that day or before.
 */
export async function closeDay(
  deps: Deps,
  community: string,
  day: string,
  counted: { readonly countedFen: number; readonly reason?: string | undefined },
  { rights, context }: Actor,
): Promise<LedgerDay> {
  if (!rights.posts.includes("cashier")) throw new Refusal("no-right");
  const today = dayOf(deps.now());
  const rules = await readRules(deps, community);
  const cashLimitFen = rules.number("ledger.cashLimitFen", today).value ?? Number.POSITIVE_INFINITY;
  return again(async () => {
    const head = await readHead(deps, community);
    const openDays = await readOpenDays(deps, community, head.closedThrough);
    const { countedFen, reason } = counted;
    const close: DayClose = {
      day,
      today,
      closedThrough: head.closedThrough,
      openDays,
      base: head.base,
      countedFen,
      reason,
    };
    const problems = dayCloseProblems(close);
    if (problems.length > 0) {
      const done = await sameClose(deps, community, day, counted, context.actor.account);
      if (done) return done;
      throw new Refusal(problems.some(({ path }) => path === "reason") ? "invalid-fields" : "conflict", problems);
    }
    const waiting = await waitingOn(deps, community, day);
    if (waiting > 0) {
      throw new Refusal("conflict", [{ path: "day", code: "waiting-for-approval", params: { count: waiting } }]);
    }
    const moved = openDays.find((one) => one.day === day);
    const base = bookAt(close);
    const cash = { outFen: moved?.cashOutFen ?? 0, drawnFen: moved?.drawnFen ?? 0 };
    const closing: DayClosing = {
      ...base,
      countedFen,
      ...(reason?.trim() && { reason: reason.trim() }),
      by: context.actor,
      at: deps.now(),
      warnings: [...dayWarnings(close, cash, { cashLimitFen })].map(({ params, ...rest }) => ({
        ...rest,
        ...(params && { params: { ...params } }),
      })),
    };
    await transact(deps, [
      headWrite(deps, community, { ...head, closedThrough: day, base, closes: head.closes + 1 }),
      dayWrite(deps, community, day, closing),
    ]);
    return { cashFen: 0, bankFen: 0, cashOutFen: 0, drawnFen: 0, vouchers: 0, ...moved, day, close: closing };
  });
}

/** The same close asked for twice is answered twice: the first answer may have been lost on its way. */
async function sameClose(
  deps: Deps,
  community: string,
  day: string,
  { countedFen, reason }: { readonly countedFen: number; readonly reason?: string | undefined },
  account: string,
): Promise<LedgerDay | undefined> {
  const closed = await readDay(deps, community, day);
  const { close } = closed ?? {};
  const isSame =
    close?.countedFen === countedFen && close.by.account === account && (close.reason ?? "") === (reason?.trim() ?? "");
  return isSame ? closed : undefined;
}

/** How many vouchers of the day or before wait for the director: what they hold would be missing from the close. */
async function waitingOn(deps: Deps, community: string, day: string): Promise<number> {
  let count = 0;
  for await (const { values } of allRecords(deps, "vouchers", community)) {
    if (values.state === "submitted" && String(values.date) <= day) count += 1;
  }
  return count;
}

function dayWrite(deps: Deps, community: string, day: string, close: DayClosing): PlannedItem {
  return {
    item: {
      Update: {
        TableName: deps.tables.records,
        Key: dayKey(community, day),
        UpdateExpression: "SET #close = :close",
        ExpressionAttributeNames: { "#close": "close" },
        ExpressionAttributeValues: { ":close": close },
      },
    },
    refusal: () => new Refusal("stale"),
  };
}
