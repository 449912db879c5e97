import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { FileProblem } from "../../shared/files/file-problem.ts";
import { readFile } from "../../shared/files/read-file.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { dayOf, lastDayOf, monthBefore } from "../../shared/rules/calendar.ts";
import { overdrawn } from "../../shared/rules/ledger/balance.ts";
import { readPastBook } from "../../shared/rules/ledger/cash-book.ts";
import { linesOf } from "../../shared/rules/ledger/lines.ts";
import { again } from "../accounts/posts.ts";
import type { Deps } from "../http/deps.ts";
import { savePart } from "../imports/parts.ts";
import { addJob, expiry, jobKey, requireChange } from "../jobs/job.ts";
import { type Once, onceId } from "../records/once.ts";
import { batchGetRecords } from "../store/records.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import { type Head, headWrite, readHead } from "./head.ts";
import { findPastBook, type PastBookJob, readRows, requirePastBook, voucherId } from "./past-book-job.ts";
import { readOpenDays } from "./sums.ts";

type Asker = { readonly rights: Rights; readonly actor: { readonly account: string; readonly name: string } };

/** A past book may be entered by whoever keeps the books; only the director makes it part of them. */
const ENTERED_BY = ["cashier", "accountant", "director"];

/** Entries of one file that an item can keep. */
const ENTRIES_MAX = 5_000;

/** Reads a past book and keeps what it says; nothing of the books changes. */
export async function startPastBook(
  deps: Deps,
  community: string,
  { rights, actor }: Asker,
  bytes: Uint8Array,
  once: Once | undefined,
): Promise<PastBookJob> {
  if (!rights.posts.some((post) => ENTERED_BY.includes(post))) throw new Refusal("no-right");
  const found = readPastBook(await sheetsOf(bytes), dayOf(deps.now()));
  if (!found) throw invalid({ path: "file", code: "no-cash-book" });
  const { entries, problems, ...sums } = found;
  if (entries.length + problems.length > ENTRIES_MAX) {
    throw invalid({ path: "file", code: "file-too-many-rows", params: { max: ENTRIES_MAX } });
  }
  if (entries.length === 0 && problems.length === 0) throw invalid({ path: "file", code: "no-rows" });
  const days = entries.map(({ day }) => day).sort();
  const job: PastBookJob = {
    community,
    id: once ? onceId("past-books", community, once) : deps.newId(),
    kind: "past-book",
    state: "ready",
    account: actor.account,
    name: actor.name,
    createdAt: deps.now(),
    total: entries.length,
    done: 0,
    turn: 0,
    data: {
      ...sums,
      from: days[0] ?? "",
      through: days.at(-1) ?? "",
      problems: problems.length,
      lines: {},
      phase: "commit",
      undone: false,
      ...(once && { once: once.body }),
    },
  };
  const begun = async (): Promise<PastBookJob | undefined> => {
    const before = once && (await findPastBook(deps, community, job.id));
    if (before && before.data.once !== once?.body) throw new Refusal("key-reused");
    return before;
  };
  // What another file was taken in under the same key stays as it is.
  const before = await begun();
  if (before) return before;
  await savePart(deps, job.id, "ENTRIES", { entries, problems });
  if (await addJob(deps, job)) return job;
  return (await begun()) ?? requirePastBook(deps, community, job.id);
}

/** Gives rows other lines than were proposed, before the book is entered; nothing else about them can be changed. */
export async function correctPastBook(
  deps: Deps,
  community: string,
  id: string,
  { rights }: Asker,
  lines: Readonly<Record<string, string>>,
): Promise<PastBookJob> {
  if (!rights.posts.some((post) => ENTERED_BY.includes(post))) throw new Refusal("no-right");
  const job = await requirePastBook(deps, community, id);
  if (job.state !== "ready" || job.data.phase !== "commit") throw new Refusal("conflict");
  const { entries } = await readRows(deps, id);
  const kinds = new Map(entries.map(({ row, kind }) => [String(row), kind]));
  const problems = Object.entries(lines).flatMap(([row, line]) => {
    const kind = kinds.get(row);
    if (kind === undefined) return [{ path: `lines.${row}`, code: "unknown-field" }];
    return linesOf(kind).includes(line) ? [] : [{ path: `lines.${row}`, code: "not-in-list" }];
  });
  if (problems.length > 0) throw invalid(...problems.slice(0, 100));
  await requireChange(deps, job, { data: { ...job.data, lines: { ...job.data.lines, ...lines } } });
  return requirePastBook(deps, community, id);
}

/**
 * Makes a past book part of the books (历史账确认): the director's one act. From this moment its closing balance is where the
 * books begin; its vouchers are written by the job that it wakes.
 */
export async function confirmPastBook(deps: Deps, community: string, id: string, asker: Asker): Promise<PastBookJob> {
  requireDirector(asker);
  return again(async () => {
    const job = await requirePastBook(deps, community, id);
    const { data, state } = job;
    if (state !== "ready" && data.phase === "commit") return job;
    if (state !== "ready") throw new Refusal("conflict");
    const { problems } = await readRows(deps, id);
    if (problems.length > 0) {
      throw invalid(
        ...problems.slice(0, 100).map(({ row, path, ...rest }) => ({ ...rest, path: `rows.${row}.${path}` })),
      );
    }
    const head = await readHead(deps, community);
    // The same request came a moment earlier.
    if (head.past[data.book]?.import === id) return requirePastBook(deps, community, id);
    if (head.past[data.book]) throw new Refusal("conflict", [{ path: "book", code: "opening-exists" }]);
    const open = await readOpenDays(deps, community, undefined);
    const { closed, month } = closedBy(data.through, dayOf(deps.now()));
    if (head.closes > 0 || open.some(({ day }) => day <= closed)) {
      throw new Refusal("conflict", [{ path: "date", code: "opening-too-late" }]);
    }
    const { from, through, openingFen, closingFen } = data;
    const next: Head = {
      ...head,
      past: { ...head.past, [data.book]: { import: id, from, through, openingFen, closingFen } },
      base: withBook(head, data.book, closingFen),
      closedThrough: later(head.closedThrough, closed),
      closedMonth: later(head.closedMonth, month),
    };
    await transact(deps, [headWrite(deps, community, next), queued(deps, job, "commit")]);
    return requirePastBook(deps, community, id);
  });
}

/** Takes a past book back as a whole: refused once a day has been closed on it, or one of its vouchers was reversed. */
export async function undoPastBook(deps: Deps, community: string, id: string, asker: Asker): Promise<PastBookJob> {
  requireDirector(asker);
  return again(async () => {
    const job = await requirePastBook(deps, community, id);
    const { data, state } = job;
    if (data.phase === "undo") return job;
    if (state === "queued" || state === "running") throw new Refusal("in-flight");
    if (state !== "done") throw new Refusal("conflict");
    const head = await readHead(deps, community);
    if (head.past[data.book]?.import !== id) throw new Refusal("conflict");
    if (head.closes > 0) throw new Refusal("undo-refused", [{ path: "date", code: "day-closed" }]);
    const { entries } = await readRows(deps, id);
    const ids = new Map(entries.map((entry) => [voucherId(job, entry), entry.row]));
    const made = await batchGetRecords(deps, "vouchers", community, [...ids.keys()]);
    const rows = made.filter(({ version }) => version !== 1).map((record) => ids.get(record.id) ?? 0);
    if (rows.length > 0) throw new Refusal("undo-refused", [], { rows });
    const other = data.book === "cash" ? head.past.bank : head.past.cash;
    const past: Head["past"] = other ? { [data.book === "cash" ? "bank" : "cash"]: other } : {};
    const today = dayOf(deps.now());
    const closing = { cashFen: 0, bankFen: 0, [`${data.book}Fen`]: -data.closingFen };
    const book = overdrawn(head.base, await readOpenDays(deps, community, head.closedThrough), today, closing);
    if (book) throw new Refusal("undo-refused", [{ path: "book", code: `overdrawn-${book}` }]);
    const left = other && closedBy(other.through, today);
    const { closedThrough: _through, closedMonth: _month, ...rest } = head;
    const next: Head = {
      ...rest,
      past,
      base: withBook(head, data.book, 0),
      ...(left && { closedThrough: left.closed, closedMonth: left.month }),
    };
    await transact(deps, [headWrite(deps, community, next), queued(deps, job, "undo")]);
    return requirePastBook(deps, community, id);
  });
}

function requireDirector({ rights }: Asker): void {
  if (!rights.posts.includes("director")) throw new Refusal("no-right");
}

/** A past book closes its days; and its last month as a whole, when that is over. */
function closedBy(through: string, today: string): { closed: string; month: string } {
  const month = through.slice(0, 7);
  return month < today.slice(0, 7)
    ? { closed: lastDayOf(month), month }
    : { closed: through, month: monthBefore(month) };
}

const withBook = ({ base }: Head, book: "cash" | "bank", fen: number) => ({ ...base, [`${book}Fen`]: fen });
const later = (a: string | undefined, b: string) => (a !== undefined && a > b ? a : b);

/** Wakes the job in the transaction that changes the books. */
function queued(deps: Deps, job: PastBookJob, phase: "commit" | "undo"): PlannedItem {
  const data = { ...job.data, phase };
  return {
    item: {
      Update: {
        TableName: deps.tables.records,
        Key: jobKey(job.community, job.id),
        UpdateExpression: "SET #state = :state, #done = :zero, #data = :data, #turn = :next, #ttl = :ttl",
        ConditionExpression: "#turn = :seen",
        ExpressionAttributeNames: {
          "#state": "state",
          "#done": "done",
          "#data": "data",
          "#turn": "turn",
          "#ttl": "ttl",
        },
        ExpressionAttributeValues: {
          ":state": "queued",
          ":zero": 0,
          ":data": data,
          ":seen": job.turn,
          ":next": job.turn + 1,
          ":ttl": expiry(deps),
        },
      },
    },
    refusal: () => new Refusal("stale"),
  };
}

async function sheetsOf(bytes: Uint8Array) {
  try {
    return await readFile(bytes);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const problem = { path: "file", code: error.code, params: error.params };
    throw error.code === "file-too-large" ? new Refusal("too-large", [problem]) : invalid(problem);
  }
}
