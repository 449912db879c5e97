import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { BookEntry, RowProblem } from "../../shared/rules/ledger/cash-book.ts";
import { proposedLine, withSource } from "../../shared/rules/ledger/lines.ts";
import { pastNo } from "../../shared/rules/ledger/numbering.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { madeId } from "../imports/import-job.ts";
import { readPart } from "../imports/parts.ts";
import { type Job, readJob } from "../jobs/job.ts";

const pastBookData = z.object({
  book: z.enum(["cash", "bank"]),
  title: z.string(),
  from: z.string(),
  through: z.string(),
  openingFen: z.int(),
  incomeFen: z.int(),
  expenseFen: z.int(),
  closingFen: z.int(),
  problems: z.int(),
  phase: z.enum(["commit", "undo"]),
  undone: z.boolean(),
  /** Lines that somebody chose instead of the proposed ones, by row. */
  lines: z._default(z.record(z.string(), z.string()), {}),
  once: z.optional(z.string()),
});

/** An import of a past book (历史账导入): what the file says it holds, and how far it has come. */
export type PastBookJob = Job & { readonly data: z.infer<typeof pastBookData> };

export async function requirePastBook(deps: Deps, community: string, id: string): Promise<PastBookJob> {
  const job = await findPastBook(deps, community, id);
  if (!job) throw new Refusal("not-found");
  return job;
}

export async function findPastBook(deps: Deps, community: string, id: string): Promise<PastBookJob | undefined> {
  const job = await readJob(deps, community, id);
  return job?.kind === "past-book" ? asPastBook(job) : undefined;
}

export function asPastBook(job: Job): PastBookJob {
  return { ...job, data: pastBookData.parse(job.data) };
}

/** What the file's rows say, as they were read. */
export type PastRows = { readonly entries: readonly BookEntry[]; readonly problems: readonly RowProblem[] };

export async function readRows(deps: Deps, id: string): Promise<PastRows> {
  // Written by `startPastBook` alone.
  return ((await readPart(deps, id, "ENTRIES")) ?? { entries: [], problems: [] }) as PastRows;
}

/** Vouchers of one transaction: two items each, their months, and the days' balances. */
export const BATCH = 20;

export const voucherId = (job: PastBookJob, entry: BookEntry) => madeId(job.id, "vouchers", String(entry.row));

/** The line of an entry: as its summary was understood, or as somebody corrected it. */
export function lineOf({ data }: PastBookJob, { row, kind, summary }: BookEntry): { line: string; source?: string } {
  const chosen = data.lines[String(row)];
  return chosen === undefined ? proposedLine(kind, summary) : withSource(chosen);
}

/** The voucher an entry becomes: its old number kept beside one of the past's own series, outside the approvals. */
export function pastVoucher(job: PastBookJob, entry: BookEntry, index: number): Values {
  const { kind, day, summary, amountFen, no } = entry;
  return {
    no: pastNo(index + 1),
    state: "imported",
    imported: true,
    kind,
    date: day,
    bookedOn: day,
    book: job.data.book,
    amountFen,
    summary,
    ...lineOf(job, entry),
    ...(no !== "" && { documentNo: no }),
    attachments: 0,
  };
}
