import { countCapacity, projected, readUnits } from "../capacity.ts";
import type { Context } from "../context.ts";
import { validation } from "../errors.ts";
import { checkLiterals, holds } from "../expressions/evaluate.ts";
import { type KeyRange, keyRange } from "../expressions/key-condition.ts";
import { filterOf, keyConditionOf } from "../expressions/parsed.ts";
import { type Placeholders, readPlaceholders } from "../expressions/placeholders.ts";
import type { Condition } from "../expressions/syntax.ts";
import { type Found, findRows, type Place, within } from "../find-rows.ts";
import { indexKeyOf, keyItem, keyOf, namesOf } from "../keys.ts";
import { choice, flag, type Members, optionalText, positiveCount, readMembers } from "../request.ts";
import type { IndexDefinition, Table } from "../tables.ts";
import { type Item, parseItem } from "../values/attribute-value.ts";
import { itemBytes } from "../values/size.ts";
import { readProjection, viewFor } from "./read-item.ts";
import { hasExpression, tableOf } from "./write-actions.ts";

const KNOWN = [
  "TableName",
  "IndexName",
  "KeyConditionExpression",
  "FilterExpression",
  "ProjectionExpression",
  "ExpressionAttributeNames",
  "ExpressionAttributeValues",
  "Limit",
  "ScanIndexForward",
  "ExclusiveStartKey",
  "ConsistentRead",
  "Select",
  "ReturnConsumedCapacity",
];
const SELECT = ["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"] as const;
const PAGE_BYTES = 1024 * 1024;

export function query(context: Context, input: unknown): unknown {
  const members = readMembers(input, KNOWN, "Query");
  const capacity = countCapacity(members);
  const table = tableOf(context, members);
  const index = indexOf(table, optionalText(members, "IndexName"));
  const keys = index?.keys ?? table.definition.keys;
  const consistent = flag(members, "ConsistentRead", false);
  if (index && consistent) throw validation("Consistent reads are not supported on global secondary indexes");
  const limit = positiveCount(members, "Limit") ?? Number.POSITIVE_INFINITY;
  const forward = flag(members, "ScanIndexForward", true);

  const expressions = ["KeyConditionExpression", "FilterExpression", "ProjectionExpression"];
  const names = readPlaceholders(members, hasExpression(members, ...expressions));
  const range = keyRange(readKeyCondition(members, names), keys, names);
  const passes = readFilter(members, namesOf(keys), names);
  const shown = readProjection(members, names);
  const countOnly = readSelect(members, index) === "COUNT";
  names.finish();
  const after = readStart(table, index, range, members.ExclusiveStartKey);

  const items: Item[] = [];
  let last: Found | undefined;
  let [count, scanned, bytes, more] = [0, 0, 0, false];
  const stale = viewFor(context, table, consistent);
  for (const row of findRows(context.storage, { table, index, range, forward, after }, stale)) {
    const item = index ? projected(table, index, row.stored.item) : row.stored.item;
    const weight = index?.projection === "KEYS_ONLY" ? itemBytes(item) : row.stored.bytes;
    // As in DynamoDB, a page that was filled by Limit has a next one, even if nothing turns out to be there.
    more = scanned === limit || (scanned > 0 && bytes + weight > PAGE_BYTES);
    if (more) break;
    last = row;
    scanned++;
    bytes += weight;
    if (passes(item)) {
      count++;
      if (!countOnly) items.push(shown(item));
    }
    more = scanned === limit;
    if (more) break;
  }
  capacity.read(table, index, readUnits(bytes, consistent));
  return {
    ...(!countOnly && { Items: items }),
    Count: count,
    ScannedCount: scanned,
    ...(more && last && { LastEvaluatedKey: startKey(table, index, range, last) }),
    ...capacity.one(),
  };
}

function indexOf(table: Table, name: string | undefined): IndexDefinition | undefined {
  if (name === undefined) return undefined;
  const index = table.definition.indexes.find((candidate) => candidate.name === name);
  if (!index) throw validation(`The table does not have the specified index: ${name}`);
  return index;
}

function readKeyCondition(members: Members, names: Placeholders): Condition {
  const text = optionalText(members, "KeyConditionExpression");
  if (text === undefined) {
    throw validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
  }
  const tree = names.use("KeyConditionExpression", keyConditionOf(text));
  checkLiterals("KeyConditionExpression", tree, names);
  return tree;
}

function readFilter(members: Members, keys: readonly string[], names: Placeholders): (item: Item) => boolean {
  const text = optionalText(members, "FilterExpression");
  if (text === undefined) return () => true;
  const parsed = filterOf(text);
  const tree = names.use("FilterExpression", parsed);
  checkLiterals("FilterExpression", tree, names);
  for (const path of parsed.paths) {
    const [first] = names.path(path);
    if (keys.some((key) => key === first)) {
      throw validation(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${first}`,
      );
    }
  }
  return (item) => holds(tree, item, names);
}

function readSelect(members: Members, index: IndexDefinition | undefined): string {
  const projects = optionalText(members, "ProjectionExpression") !== undefined;
  const select = choice(members, "Select", SELECT, projects ? "SPECIFIC_ATTRIBUTES" : "ALL_PROJECTED_ATTRIBUTES");
  if (projects && select !== "SPECIFIC_ATTRIBUTES") {
    throw validation(`Cannot specify the ProjectionExpression when choosing to get ${select}`);
  }
  if (!projects && select === "SPECIFIC_ATTRIBUTES") {
    throw validation("Must specify the ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
  }
  if (members.Select === "ALL_PROJECTED_ATTRIBUTES" && !index) {
    throw validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  }
  if (select === "ALL_ATTRIBUTES" && index?.projection === "KEYS_ONLY") {
    throw validation(
      "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary " +
        `index ${index.name} because its projection type is not ALL`,
    );
  }
  return select;
}

/** Where the page before this one ended; it must lie in the stretch that this query reads. */
function readStart(table: Table, index: IndexDefinition | undefined, range: KeyRange, raw: unknown): Place | undefined {
  if (raw === undefined || raw === null) return undefined;
  const given = parseItem(raw);
  const wanted = new Set([...namesOf(table.definition.keys), ...(index ? namesOf(index.keys) : [])]);
  const place = index ? indexKeyOf(index, given) : keyOf(table, given);
  if (Object.keys(given).length !== wanted.size || !place || [...wanted].some((name) => !Object.hasOwn(given, name))) {
    throw validation("The provided starting key is invalid");
  }
  if (place.hash !== range.hash || !within(range, place.range)) {
    throw validation("The provided starting key is outside query boundaries based on provided conditions");
  }
  return { sort: place.range, key: keyOf(table, given) };
}

const startKey = (table: Table, index: IndexDefinition | undefined, range: KeyRange, last: Found): Item => ({
  ...(index && keyItem(index.keys, { hash: range.hash, range: last.sort })),
  ...keyItem(table.definition.keys, last.key),
});
