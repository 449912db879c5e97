import { Refusal } from "../../shared/contract/refusal.ts";
import type { BookEntry } from "../../shared/rules/ledger/cash-book.ts";
import type { Deps } from "../http/deps.ts";
import { registerOf } from "../imports/batch.ts";
import type { Kind } from "../jobs/kind.ts";
import type { WritePlan } from "../records/context.ts";
import { planCreate, planDelete } from "../records/plan.ts";
import { batchGetRecords } from "../store/records.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import { yearAddition } from "./budget.ts";
import { pastDayKey } from "./keys.ts";
import { asPastBook, BATCH, lineOf, type PastBookJob, pastVoucher, readRows, voucherId } from "./past-book-job.ts";
import { monthAddition } from "./sums.ts";

/**
 * Writes a past book's vouchers, or takes them away. Batches are the same however often they are worked out, and each
 * is one transaction: what a worker that died has done is there as a whole and passed over.
 */
export const pastBookSlice: Kind = async (deps, found, turn) => {
  const job = asPastBook(found);
  const { entries } = await readRows(deps, job.id);
  let done = job.done;
  while (done < entries.length) {
    const batch = entries.slice(done, done + BATCH);
    await (job.data.phase === "commit" ? write(deps, job, entries, batch, done) : takeAway(deps, job, batch));
    done += batch.length;
    await turn.renew();
    if (turn.isOver() && done < entries.length) return { state: "running", done };
  }
  return { state: "done", done, data: { ...job.data, undone: job.data.phase === "undo" } };
};

async function write(
  deps: Deps,
  job: PastBookJob,
  entries: readonly BookEntry[],
  batch: readonly BookEntry[],
  start: number,
): Promise<void> {
  const context = { actor: actorOf(job), action: "import" as const, byAction: true };
  const plans: WritePlan[] = [];
  for (const [index, entry] of batch.entries()) {
    const values = pastVoucher(job, entry, start + index);
    const options = { id: voucherId(job, entry), referencesHold: true };
    plans.push(await planCreate(deps, registerOf("vouchers"), job.community, values, context, options));
  }
  const items = plans.flatMap((plan) => plan.items);
  try {
    await transact(deps, [...items, ...sums(deps, job, batch, 1), ...dayEnds(deps, job, entries, batch)]);
  } catch (error) {
    // All of a batch or nothing of it: when its first voucher is there, so is the rest.
    if (!(error instanceof Refusal && error.code === "stale") || (await madeOf(deps, job, batch)).length === 0)
      throw error;
  }
}

async function takeAway(deps: Deps, job: PastBookJob, batch: readonly BookEntry[]): Promise<void> {
  const records = await madeOf(deps, job, batch);
  if (records.length === 0) return;
  const context = { actor: actorOf(job), action: "undo" as const, byAction: true };
  const plans: WritePlan[] = [];
  for (const record of records) {
    plans.push(
      await planDelete(deps, registerOf("vouchers"), record, context, { referencesHold: true, unlocked: true }),
    );
  }
  await transact(deps, [...plans.flatMap((plan) => plan.items), ...sums(deps, job, batch, -1)]);
}

const actorOf = ({ account, name }: PastBookJob) => ({ account, name });

function madeOf(deps: Deps, job: PastBookJob, batch: readonly BookEntry[]) {
  return batchGetRecords(
    deps,
    "vouchers",
    job.community,
    batch.map((entry) => voucherId(job, entry)),
  );
}

/** What the batch adds to the sums of its months and years, or takes off them. */
function sums(deps: Deps, job: PastBookJob, batch: readonly BookEntry[], sign: 1 | -1): PlannedItem[] {
  const months = new Map<string, Map<string, number>>();
  const years = new Map<string, Map<string, number>>();
  for (const entry of batch) {
    const { day, kind, amountFen } = entry;
    const month = months.get(day.slice(0, 7)) ?? new Map<string, number>();
    const { line, source = "" } = lineOf(job, entry);
    const name = ["s", kind, line, source].join("|");
    month.set(name, (month.get(name) ?? 0) + sign * amountFen);
    month.set("vouchers", (month.get("vouchers") ?? 0) + sign);
    months.set(day.slice(0, 7), month);
    const year = years.get(day.slice(0, 4)) ?? new Map<string, number>();
    year.set(line, (year.get(line) ?? 0) + sign * amountFen);
    years.set(day.slice(0, 4), year);
  }
  return [
    ...[...months].map(([month, amounts]) => monthAddition(deps, job.community, month, Object.fromEntries(amounts))),
    ...[...years].map(([year, amounts]) => yearAddition(deps, job.community, year, Object.fromEntries(amounts))),
  ];
}

/** The balance at the end of each day whose last entry is in the batch. */
function dayEnds(
  deps: Deps,
  job: PastBookJob,
  entries: readonly BookEntry[],
  batch: readonly BookEntry[],
): PlannedItem[] {
  const ends = new Map<string, number>();
  let balanceFen = job.data.openingFen;
  const inOrder = [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
  for (const { day, kind, amountFen } of inOrder) {
    balanceFen += kind === "in" ? amountFen : -amountFen;
    ends.set(day, balanceFen);
  }
  const days = new Set(batch.map(({ day }) => day));
  return [...days].map((day) => ({
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: {
          ...pastDayKey(job.community, job.data.book, day),
          import: job.id,
          balanceFen: ends.get(day) ?? 0,
        },
      },
    },
    refusal: () => new Refusal("stale"),
  }));
}
