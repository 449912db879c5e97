import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { lastDayOf } from "../../shared/rules/calendar.ts";
import { type Amounts, OUTLIVED_REGISTERS } from "../../shared/schema/statistics.ts";
import { type Change, countChanges, GONE } from "./count-changes.ts";
import type { CountsDeps } from "./counted-items.ts";
import { changeOf } from "./images.ts";
import { DAYS, dayKey, duePartition, type Key, PLACES } from "./keys.ts";
import { isKept, monthItems } from "./months.ts";

/**
 * Brings a community's figures forward to a day, and says which day they are of. Every month that ended on the way is
 * closed as it stood on its last day, before anything of a later day is counted.
 */
export async function advance(deps: CountsDeps, community: string, day: string): Promise<string> {
  const reached = await dayOfFigures(deps, community, day);
  if (reached >= day) return reached;
  for (let month = reached.slice(0, 7); month < day.slice(0, 7); month = monthAfter(month)) {
    await countDue(deps, community, reached, lastDayOf(month));
    await closeMonth(deps, community, month);
  }
  await countDue(deps, community, reached, day);
  return setDay(deps, community, reached, day);
}

/** Communities counted here and the day each is counted as of. */
export async function* countedCommunities({ documents, tables }: CountsDeps): AsyncGenerator<[string, string]> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: tables.counts,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": DAYS },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    for (const item of page.Items ?? []) yield [String(item.sk), String(item.day)];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** The day the figures are of; a community met for the first time begins with `day`. */
async function dayOfFigures({ documents, tables }: CountsDeps, community: string, day: string): Promise<string> {
  const get = new GetCommand({ TableName: tables.counts, Key: dayKey(community), ConsistentRead: true });
  const { Item } = await documents.send(get);
  if (typeof Item?.day === "string") return Item.day;
  const put = new PutCommand({
    TableName: tables.counts,
    Item: { ...dayKey(community), day },
    ConditionExpression: "attribute_not_exists(pk)",
  });
  if (await wasWritten(documents.send(put))) return day;
  const { Item: others } = await documents.send(get);
  return String(others?.day);
}

async function setDay({ documents, tables }: CountsDeps, community: string, from: string, to: string): Promise<string> {
  const written = await wasWritten(
    documents.send(
      new UpdateCommand({
        TableName: tables.counts,
        Key: dayKey(community),
        UpdateExpression: "SET #day = :to",
        ConditionExpression: "#day = :from",
        ExpressionAttributeNames: { "#day": "day" },
        ExpressionAttributeValues: { ":from": from, ":to": to },
      }),
    ),
  );
  if (written) return to;
  // Somebody else brought it forward meanwhile; all they did was the same.
  const get = new GetCommand({ TableName: tables.counts, Key: dayKey(community), ConsistentRead: true });
  const { Item } = await documents.send(get);
  return String(Item?.day);
}

/** Counts again what counts otherwise since some day up to `day`: birthdays, arrivals, departures. */
async function countDue(deps: CountsDeps, community: string, since: string, day: string): Promise<void> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await deps.documents.send(
      new QueryCommand({
        TableName: deps.tables.records,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :since AND :day",
        // Sort keys go on with `#`, which comes before `~`.
        ExpressionAttributeValues: { ":pk": duePartition(community), ":since": since, ":day": `${day}~` },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    const changes: Change[] = [];
    for (const item of page.Items ?? []) {
      const [, register = "", id = ""] = String(item.sk).split("#");
      const found = await deps.documents.send(
        new GetCommand({
          TableName: deps.tables.records,
          Key: { pk: `R#${register}#${community}`, sk: id },
          ConsistentRead: true,
        }),
      );
      if (found.Item) changes.push({ ...changeOf(register, id, found.Item), isDue: true });
      // Deleted at the end of its time, it stayed counted until now.
      else if (OUTLIVED_REGISTERS.has(register)) changes.push({ register, id, ...GONE });
    }
    await countChanges(deps, community, changes, day);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** Freezes a month (封存) as the figures stand; what was frozen or reported before stays. */
async function closeMonth(deps: CountsDeps, community: string, month: string): Promise<void> {
  const { documents, tables, now } = deps;
  const parts = await Promise.all(Object.values(PLACES).map((key) => amountsAt(deps, key(community))));
  const cells: Amounts = Object.assign({}, ...parts);
  if (!isKept(cells)) return;
  for (const item of monthItems(community, month, cells, "counted", now())) {
    const put = { TableName: tables.counts, Item: item, ConditionExpression: "attribute_not_exists(pk)" };
    await wasWritten(documents.send(new PutCommand(put)));
  }
}

async function amountsAt({ documents, tables }: CountsDeps, Key: Key): Promise<Amounts> {
  const { Item = {} } = await documents.send(new GetCommand({ TableName: tables.counts, Key, ConsistentRead: true }));
  return Object.fromEntries(
    Object.entries(Item).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** False when a condition did not hold. */
async function wasWritten(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
    throw error;
  }
}
