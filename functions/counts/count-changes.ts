import { setTimeout } from "node:timers/promises";
import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Values } from "../../shared/schema/field.ts";
import {
  type Amounts,
  addAmounts,
  countRecord,
  differenceOf,
  JOINT_REGISTERS,
  placeOf,
  type RecordCount,
} from "../../shared/schema/statistics.ts";
import {
  type CountedItem,
  type CountsDeps,
  readCounted,
  type Subject,
  subjectName,
  type TransactItem,
} from "./counted-items.ts";
import { countJoint, type Member } from "./joint-items.ts";
import { countedKey, dueKey, type Key, PLACES } from "./keys.ts";

/**
 * A record as it is now, or gone. `isDue` says that only the day has changed, not the record; `isAgain` that it may have
 * been counted otherwise than it counts now.
 */
export type Change = Subject & {
  readonly version: number;
  readonly values: Values | undefined;
  readonly isDue?: true;
  readonly isAgain?: true;
};

/** A record of which nothing is left, after any version it had. */
export const GONE = { version: Number.MAX_SAFE_INTEGER, values: undefined };

/** One set of figures (账): what a record adds to it on a day, and the items to which amounts are added. */
export type Book = {
  readonly count: (change: Change, day: string) => RecordCount;
  readonly totals: (deps: CountsDeps, community: string, difference: Amounts) => TransactItem[];
  /** How many records one transaction counts, so that with its totals it stays within 100 items. */
  readonly together: number;
};

type Counting = { readonly items: TransactItem[]; readonly difference: Amounts; readonly member?: Member };

const ATTEMPTS = 12;
/** Deleted records are told about for a day; after that nobody asks what they counted as. */
const FORGET_AFTER_DAYS = 8;
/** A day that has passed is never read again, except on a machine that was off all that time. */
const KEEP_DUE_DAYS = 400;

/**
 * Counts changed records of one community as of a day, each version exactly once (只计一次): what a record counted as
 * and the totals change in one transaction, on the condition that nobody counted it meanwhile. Told again, told late
 * or told in another order, an older version changes nothing.
 */
export async function countChanges(
  deps: CountsDeps,
  community: string,
  changes: readonly Change[],
  day: string,
  book: Book = STATISTICS_BOOK,
): Promise<void> {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const other = latest.get(subjectName(change));
    if (!other || other.version < change.version) latest.set(subjectName(change), change);
  }
  const isJoint = ({ register }: Change) => JOINT_REGISTERS.has(register);
  const alone = [...latest.values()].filter((change) => !isJoint(change));
  const joint = [...latest.values()].filter(isJoint);
  // What counts together brings its subjects along: the one it was of, and the one it is of now.
  for (const [all, size] of [
    [alone, book.together],
    [joint, Math.floor(book.together / 2)],
  ] as const) {
    for (let start = 0; start < all.length; start += size) {
      await countTogether(deps, community, all.slice(start, start + size), day, book);
    }
  }
}

async function countTogether(
  deps: CountsDeps,
  community: string,
  changes: readonly Change[],
  day: string,
  book: Book,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const counted = await readCounted(deps, community, changes);
    const news = changes.flatMap((change) => {
      const before = counted.get(subjectName(change));
      if (!isNews(change, before, day)) return [];
      const count = book.count(change, day);
      return change.isAgain && isSame(before, count) ? [] : [counting(deps, community, change, before, count)];
    });
    try {
      const members = news.flatMap(({ member }) => member ?? []);
      await write(deps, community, news, await countJoint(deps, community, members, day), book);
      return;
    } catch (error) {
      // Somebody else counted one of them, or the totals are being written: look again. Jitter parts those who met.
      if (!isMeeting(error) || attempt === ATTEMPTS) throw error;
      await setTimeout(Math.random() * 20 * 2 ** Math.min(attempt, 6));
    }
  }
}

function isNews(change: Change, before: CountedItem | undefined, day: string): boolean {
  if (!before || before.version < change.version) return true;
  if (change.isAgain && before.version === change.version) return true;
  return change.isDue === true && before.version === change.version && (before.changesOn ?? "9999") <= day;
}

/** Whether a record counts as it was counted, alone. What counts with others is looked at together with them. */
function isSame(before: CountedItem | undefined, { cells, changesOn, joint }: RecordCount): boolean {
  if (!before || joint || before.joint || before.changesOn !== changesOn) return false;
  return Object.keys(differenceOf(before.cells, cells)).length === 0;
}

function counting(
  { tables, now }: CountsDeps,
  community: string,
  change: Change,
  before: CountedItem | undefined,
  { cells, changesOn, joint }: RecordCount,
): Counting {
  const seconds = Math.ceil(now() / 1000);
  const items: TransactItem[] = [
    {
      Put: {
        TableName: tables.records,
        Item: {
          ...countedKey(change.register, community, change.id),
          version: change.version,
          revision: (before?.revision ?? 0) + 1,
          cells,
          ...(changesOn && { changesOn }),
          ...(joint && { joint: Object.keys(joint) }),
          ...(!change.values && { ttl: seconds + FORGET_AFTER_DAYS * 86_400 }),
        },
        ConditionExpression: before ? "revision = :seen" : "attribute_not_exists(pk)",
        ...(before && { ExpressionAttributeValues: { ":seen": before.revision } }),
      },
    },
  ];
  if (changesOn && changesOn !== before?.changesOn) {
    const due = Math.ceil(Date.parse(`${changesOn}T00:00:00Z`) / 1000);
    const ttl = Math.max(due, seconds) + KEEP_DUE_DAYS * 86_400;
    items.push({
      Put: { TableName: tables.records, Item: { ...dueKey(community, changesOn, change.register, change.id), ttl } },
    });
  }
  const difference = differenceOf(before?.cells ?? {}, cells);
  const isJoint = joint !== undefined || before?.joint !== undefined;
  const member = { name: subjectName(change), before: before?.joint ?? [], after: joint ?? {} };
  return { items, difference, ...(isJoint && { member }) };
}

async function write(
  deps: CountsDeps,
  community: string,
  news: readonly Counting[],
  joint: Omit<Counting, "member">,
  book: Book,
): Promise<void> {
  const difference: Record<string, number> = { ...joint.difference };
  for (const { difference: own } of news) addAmounts(difference, own);
  const isQuiet = (own: Amounts) => Object.keys(own).length === 0;
  // Most edits change no figure; those are single writes at half the price. Each stands for itself.
  const quiet = news.filter(({ items, difference: own, member }) => items.length === 1 && isQuiet(own) && !member);
  const loud = news.filter((counted) => !quiet.includes(counted));
  await Promise.all(quiet.map(async ({ items: [only] }) => deps.documents.send(new PutCommand({ ...putOf(only) }))));
  if (loud.length === 0) return;
  const totals = book.totals(deps, community, differenceOf({}, difference));
  await deps.documents.send(
    new TransactWriteCommand({
      TransactItems: [...loud.flatMap(({ items }) => items), ...joint.items, ...totals],
      ClientRequestToken: deps.newId(),
    }),
  );
}

function putOf(item: TransactItem | undefined) {
  if (!item?.Put) throw new Error("A record that counts as before is one put.");
  return item.Put;
}

/** The figures of all statistics, which add up in a community's totals. */
const STATISTICS_BOOK: Book = {
  count: ({ register, values }, day) => (values ? countRecord(register, values, day) : { cells: {} }),
  totals: ({ tables }, community, difference) => {
    const changed = Object.entries(difference);
    return Object.entries(PLACES).flatMap(([place, key]) => {
      const own = changed.filter(([cell]) => placeOf(cell) === place);
      return addition(tables.counts, key(community), Object.fromEntries(own));
    });
  },
  // A record takes two items at most and the figures three.
  together: 48,
};

/** Adds amounts to an item; a figure that was never there begins at zero. */
export function addition(TableName: string, Key: Key, difference: Amounts): TransactItem[] {
  const changes = Object.entries(difference);
  if (changes.length === 0) return [];
  return [
    {
      Update: {
        TableName,
        Key,
        UpdateExpression: `ADD ${changes.map((_, index) => `#c${index} :c${index}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(changes.map(([name], index) => [`#c${index}`, name])),
        ExpressionAttributeValues: Object.fromEntries(changes.map(([, by], index) => [`:c${index}`, by])),
      },
    },
  ];
}

/** Whether a write was refused because of another writer, so that reading again may help. */
function isMeeting(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "ConditionalCheckFailedException" || error.name === "TransactionConflictException") return true;
  if (error.name !== "TransactionCanceledException") return false;
  const reasons: unknown = Reflect.get(error, "CancellationReasons");
  const codes = Array.isArray(reasons) ? reasons.map((reason: { Code?: string }) => reason.Code ?? "None") : [];
  return codes.every((code) => MEETING.has(code));
}

const MEETING = new Set(["None", "ConditionalCheckFailed", "TransactionConflict", "ThrottlingError"]);
