import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { dayOf } from "../../shared/rules/calendar.ts";
import { COUNTED_REGISTERS, OUTLIVED_REGISTERS } from "../../shared/schema/statistics.ts";
import { logFault } from "../http/log.ts";
import { advance } from "./calendar.ts";
import { type Change, countChanges } from "./count-changes.ts";
import type { CountsDeps } from "./counted-items.ts";
import { changeOf, isEnded, plainItem } from "./images.ts";
import { nameKey } from "./keys.ts";
import { countAnswers } from "./tally.ts";

/** A run of changes of one community, which are counted together: of one day, or answers, which know no day. */
type Run = {
  readonly community: string;
  readonly day: string | undefined;
  readonly first: string;
  readonly changes: Change[];
};

/**
 * Counts what a table's stream tells. What could not be counted is told again from there on, in order; what was
 * counted before is known by its version.
 */
export async function countStream(
  deps: CountsDeps,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const runs = new Map<string, Run>();
  for (const record of records) {
    try {
      await sort(deps, runs, record);
    } catch (error) {
      logFault(error);
      const failed = await countRuns(deps, runs);
      return { batchItemFailures: [{ itemIdentifier: failed ?? sequenceOf(record) }] };
    }
  }
  const failed = await countRuns(deps, runs);
  return { batchItemFailures: failed === undefined ? [] : [{ itemIdentifier: failed }] };
}

/** Where the first run that failed began, if any did. Runs of other communities are counted all the same. */
async function countRuns(deps: CountsDeps, runs: ReadonlyMap<string, Run>): Promise<string | undefined> {
  let failed: string | undefined;
  for (const { community, day, first, changes } of runs.values()) {
    try {
      if (day === undefined) await countAnswers(deps, community, changes);
      else await countChanges(deps, community, changes, await advance(deps, community, day));
    } catch (error) {
      logFault(error);
      failed ??= first;
    }
  }
  return failed;
}

async function sort(deps: CountsDeps, runs: Map<string, Run>, record: DynamoDBRecord): Promise<void> {
  const { Keys = {}, NewImage, OldImage, ApproximateCreationDateTime } = record.dynamodb ?? {};
  const [kind, register = "", community = ""] = (Keys.pk?.S ?? "").split("#");
  const sk = Keys.sk?.S ?? "";
  const at = (ApproximateCreationDateTime ?? 0) * 1000 || deps.now();
  if (kind === "C") return keepName(deps, sk, NewImage && plainItem(NewImage), at);
  const image = NewImage ?? OldImage;
  if (kind !== "R" || !image) return;
  const add = (day: string | undefined) => {
    const change = changeOf(register, sk, plainItem(image));
    const name = `${community} ${day}`;
    const run = runs.get(name) ?? { community, day, first: sequenceOf(record), changes: [] };
    run.changes.push(NewImage ? change : { ...change, values: undefined });
    runs.set(name, run);
  };
  // What is deleted at the end of its time may stay counted: the counts are about nobody.
  const hasEnded = isEnded(plainItem(image));
  if (COUNTED_REGISTERS.has(register) && !(hasEnded && OUTLIVED_REGISTERS.has(register))) add(dayOf(at));
  if (register === "answers" && !hasEnded) add(undefined);
}

/** Copies the name of a street or community to where the district may read it. */
async function keepName(deps: CountsDeps, code: string, area: Record<string, unknown> | undefined, at: number) {
  const TableName = deps.tables.counts;
  // Two changes of one name a moment apart may come in any order; the later one stays.
  const later = {
    ConditionExpression: "attribute_not_exists(pk) OR #at <= :at",
    ExpressionAttributeNames: { "#at": "at" },
    ExpressionAttributeValues: { ":at": at },
  };
  const { pk, sk, ttl, ...said } = area ?? {};
  const sent = area
    ? deps.documents.send(new PutCommand({ TableName, Item: { ...said, ...nameKey(code), at }, ...later }))
    : deps.documents.send(new DeleteCommand({ TableName, Key: nameKey(code), ...later }));
  await sent.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === "ConditionalCheckFailedException")) throw error;
  });
  if (area && code.length === 12) await advance(deps, code, dayOf(at));
}

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? "";
