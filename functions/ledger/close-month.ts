import { Refusal } from "../../shared/contract/refusal.ts";
import { addDays, dayOf, lastDayOf } from "../../shared/rules/calendar.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import { type MonthClose, monthCloseProblems, type ReconciliationItem } from "../../shared/rules/ledger/month-close.ts";
import { isReviewed, reviewProblems } from "../../shared/rules/ledger/review.ts";
import { again } from "../accounts/posts.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import type { Actor } from "./act.ts";
import { balanceOn } from "./balance.ts";
import { headWrite, readHead } from "./head.ts";
import { monthKey } from "./keys.ts";
import { type LedgerMonth, type MonthClosing, readMonth, readMonths } from "./months.ts";
import { readOpenDays } from "./sums.ts";

/**
 * Closes a month (月结, S8.16): the accountant enters the bank statement's balance and lists what book and statement do
 * not agree on. Afterwards nothing of the month changes; a mistake is taken back by a reversing voucher later.
 */
export async function closeMonth(
  deps: Deps,
  community: string,
  month: string,
  { statementFen, items }: { readonly statementFen: number; readonly items: readonly ReconciliationItem[] },
  { rights, context }: Actor,
): Promise<LedgerMonth> {
  if (!rights.posts.includes("accountant")) throw new Refusal("no-right");
  return again(async () => {
    const head = await readHead(deps, community);
    const [months, openDays] = await Promise.all([
      readMonths(deps, community),
      readOpenDays(deps, community, head.closedThrough),
    ]);
    const last = lastDayOf(month);
    const closing = await balanceOn(deps, community, last);
    const close: MonthClose = {
      month,
      today: dayOf(deps.now()),
      closedMonth: head.closedMonth,
      months: months.map((one) => one.month),
      openDays: openDays.filter(({ day }) => day <= last).map(({ day }) => day),
      bookBankFen: closing.bankFen,
      statementFen,
      items,
    };
    const problems = monthCloseProblems(close);
    if (problems.length > 0) {
      const done = await sameClose(deps, community, month, close, context.actor.account);
      if (done) return done;
      const isDiffering = problems.some(({ path }) => path === "items");
      throw new Refusal(isDiffering ? "invalid-fields" : "conflict", problems);
    }
    const opening = await balanceOn(deps, community, addDays(`${month}-01`, -1));
    const closed: MonthClosing = {
      opening,
      closing,
      statementFen,
      items: [...items],
      by: context.actor,
      at: deps.now(),
    };
    const through = head.closedThrough !== undefined && head.closedThrough > last ? head.closedThrough : last;
    const next = { ...head, closedMonth: month, closedThrough: through, closes: head.closes + 1 };
    await transact(deps, [headWrite(deps, community, next), monthSet(deps, community, month, "close", closed)]);
    return readMonth(deps, community, month);
  });
}

/** The same close asked for twice is answered twice: the first answer may have been lost on its way. */
async function sameClose(
  deps: Deps,
  community: string,
  month: string,
  { statementFen, items }: Pick<MonthClose, "statementFen" | "items">,
  account: string,
): Promise<LedgerMonth | undefined> {
  const closed = await readMonth(deps, community, month);
  const { close } = closed;
  const isSame =
    close?.statementFen === statementFen &&
    close.by.account === account &&
    canonicalJson(close.items) === canonicalJson(items);
  return isSame ? closed : undefined;
}

/**
 * Signs the review of a closed month (理财小组审核, S8.20). Once enough reviewers have signed, none of whom keeps or
 * approves the accounts, the month may be made public.
 */
export async function signReview(
  deps: Deps,
  community: string,
  month: string,
  findings: string | undefined,
  { rights, context }: Actor,
): Promise<LedgerMonth> {
  if (!rights.posts.some((post) => post === "council" || post === "supervision")) throw new Refusal("no-right");
  return again(async () => {
    const current = await readMonth(deps, community, month);
    const { account, name } = context.actor;
    const { signatures } = current;
    const problems = reviewProblems({
      isClosed: current.close !== undefined,
      signatures,
      account,
      posts: rights.posts,
    });
    if (problems.some(({ code }) => code === "already-signed")) return current;
    if (problems.length > 0) throw new Refusal("conflict", problems);
    const signed = [...signatures, { account, name, at: deps.now(), ...(findings && { findings }) }];
    await transact(deps, [monthSet(deps, community, month, "signatures", signed, signatures)]);
    return readMonth(deps, community, month);
  });
}

/** Whether a month has been reviewed and may be published (L10). */
export async function isReleased(deps: Deps, community: string, { close, signatures }: LedgerMonth): Promise<boolean> {
  const { firm } = (await readRules(deps, community)).number("ledger.reviewersMin", dayOf(deps.now()));
  return close !== undefined && isReviewed(signatures, firm?.value ?? 1);
}

/** Sets what a month's item keeps once (its close) or as it was read (its signatures). */
function monthSet(
  deps: Deps,
  community: string,
  month: string,
  name: "close" | "signatures",
  value: unknown,
  seen: readonly unknown[] = [],
): PlannedItem {
  return {
    item: {
      Update: {
        TableName: deps.tables.records,
        Key: monthKey(community, month),
        UpdateExpression: "SET #name = :value",
        ConditionExpression: seen.length > 0 ? "#name = :seen" : "attribute_not_exists(#name)",
        ExpressionAttributeNames: { "#name": name },
        ExpressionAttributeValues: { ":value": value, ...(seen.length > 0 && { ":seen": seen }) },
      },
    },
    refusal: () => new Refusal("stale"),
  };
}
