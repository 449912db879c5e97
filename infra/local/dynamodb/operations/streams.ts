import { createHash } from "node:crypto";
import type { Context } from "../context.ts";
import { expiredIterator, resourceNotFound, trimmedData, validation } from "../errors.ts";
import { choice, optionalText, positiveCount, readMembers, requiredText } from "../request.ts";
import type { Row } from "../storage.ts";
import { streamArn, type Table } from "../tables.ts";
import { schemaOf } from "./describe-table.ts";
import { readIterator, type ShardPlace, writeIterator } from "./shard-iterator.ts";

export const STREAM_LIFE = 24 * 3600_000;
const ITERATOR_LIFE = 15 * 60_000;
const SHARD = "shardId-00000000000000000000-00000001";
const PAGE_RECORDS = 1000;
const PAGE_BYTES = 1024 * 1024;

/** One shard that never closes: enough for one machine, and the order within a key is the same. */
export function describeStream(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["StreamArn", "Limit", "ExclusiveStartShardId"], "DescribeStream");
  const table = streamOf(context, requiredText(members, "StreamArn"));
  const listed = optionalText(members, "ExclusiveStartShardId") === SHARD;
  return {
    StreamDescription: {
      StreamArn: streamArn(table),
      StreamLabel: table.definition.streamLabel,
      StreamStatus: "ENABLED",
      StreamViewType: "NEW_AND_OLD_IMAGES",
      TableName: table.definition.name,
      KeySchema: schemaOf(table.definition.keys),
      CreationRequestDateTime: table.definition.createdAt / 1000,
      Shards: listed ? [] : [{ ShardId: SHARD, SequenceNumberRange: { StartingSequenceNumber: sequenceText(1) } }],
    },
  };
}

export function getShardIterator(context: Context, input: unknown): unknown {
  const known = ["StreamArn", "ShardId", "ShardIteratorType", "SequenceNumber"];
  const members = readMembers(input, known, "GetShardIterator");
  const table = streamOf(context, requiredText(members, "StreamArn"));
  if (requiredText(members, "ShardId") !== SHARD) {
    throw resourceNotFound("Requested resource not found: Shard does not exist");
  }
  requiredText(members, "ShardIteratorType");
  const types = ["TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"] as const;
  const type = choice(members, "ShardIteratorType", types, "LATEST");
  const after = startAfter(context, table, type, optionalText(members, "SequenceNumber"));
  return { ShardIterator: writeIterator({ tableId: table.id, after, at: context.now }) };
}

export function getRecords(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["ShardIterator", "Limit"], "GetRecords");
  const iterator = readIterator(requiredText(members, "ShardIterator"));
  const limit = positiveCount(members, "Limit") ?? PAGE_RECORDS;
  if (limit > PAGE_RECORDS) throw validation("Limit must be less than or equal to 1000");
  if (iterator.at <= context.now - ITERATOR_LIFE) throw expiredIterator();
  const table = context.tables.all().find(({ id }) => id === iterator.tableId);
  if (!table) throw resourceNotFound();
  const { random, strictness } = context;
  const kept = pageOf(context, table, iterator, limit);
  const page = random.chance(strictness.streamPauses) ? [] : kept;
  const again = page.length > 0 && random.chance(strictness.streamRepeats);
  // Who reads only when told of a write must be told again of what was held back.
  if (again || page.length < kept.length) context.held.add(table.definition.name);
  const last = page.at(-1)?.number("sequence") ?? iterator.after;
  const next: ShardPlace = { tableId: table.id, after: again ? iterator.after : last, at: context.now };
  return { Records: page.map((row) => recordOf(table, row)), NextShardIterator: writeIterator(next) };
}

function pageOf(context: Context, table: Table, { after }: ShardPlace, limit: number): Row[] {
  const page: Row[] = [];
  let bytes = 0;
  const rows = context.storage.rows(
    "SELECT sequence, at, body, bytes FROM records WHERE tableId = ? AND sequence > ? AND at > ? ORDER BY sequence LIMIT ?",
    table.id,
    after,
    context.now - STREAM_LIFE,
    limit,
  );
  for (const row of rows) {
    bytes += row.number("bytes");
    if (page.length > 0 && bytes > PAGE_BYTES) break;
    page.push(row);
  }
  return page;
}

function startAfter(context: Context, table: Table, type: string, given: string | undefined): number {
  const last = context.storage.first(
    "SELECT coalesce(max(sequence), 0) AS sequence FROM records WHERE tableId = ?",
    table.id,
  );
  if (type === "TRIM_HORIZON") return 0;
  if (type === "LATEST") return last?.number("sequence") ?? 0;
  if (given === undefined) throw validation(`SequenceNumber must be given with ${type}`);
  if (!/^\d{21}$/.test(given)) throw validation(`Invalid SequenceNumber: ${given}`);
  const sequence = Number(given);
  const kept = context.storage.first("SELECT at FROM records WHERE tableId = ? AND sequence = ?", table.id, sequence);
  if (!kept || kept.number("at") <= context.now - STREAM_LIFE) throw trimmedData();
  return type === "AT_SEQUENCE_NUMBER" ? sequence - 1 : sequence;
}

function streamOf(context: Context, arn: string): Table {
  const table = context.tables.all().find((candidate) => streamArn(candidate) === arn);
  if (!table) throw resourceNotFound(`Requested resource not found: Stream: ${arn} not found`);
  return table;
}

function recordOf(table: Table, row: Row): unknown {
  const { eventName, expired, ...images } = JSON.parse(row.text("body")); // written by this engine
  const sequence = sequenceText(row.number("sequence"));
  return {
    eventID: createHash("md5")
      .update(`${streamArn(table)} ${sequence}`)
      .digest("hex"),
    eventName,
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "local",
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(row.number("at") / 1000),
      ...images,
      SequenceNumber: sequence,
      SizeBytes: row.number("bytes"),
      StreamViewType: "NEW_AND_OLD_IMAGES",
    },
    ...(expired && { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } }),
  };
}

const sequenceText = (sequence: number): string => String(sequence).padStart(21, "0");
