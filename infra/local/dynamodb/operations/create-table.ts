import type { Context } from "../context.ts";
import { resourceInUse, validation } from "../errors.ts";
import { choice, flag, listOf, type Members, readMembers, requiredText, tableNameOf } from "../request.ts";
import type { IndexDefinition, KeyNames, TableDefinition } from "../tables.ts";
import { describe } from "./describe-table.ts";

const KNOWN = [
  "TableName",
  "KeySchema",
  "AttributeDefinitions",
  "BillingMode",
  "GlobalSecondaryIndexes",
  "StreamSpecification",
  "DeletionProtectionEnabled",
];
const MOST_INDEXES = 20;

/** On demand only: a table that bills by the hour has no place in this product. */
export function createTable(context: Context, input: unknown): unknown {
  const members = readMembers(input, KNOWN, "CreateTable");
  const name = tableNameOf(members);
  if (choice(members, "BillingMode", ["PROVISIONED", "PAY_PER_REQUEST"], "PROVISIONED") === "PROVISIONED") {
    throw validation("BillingMode PROVISIONED is not supported by this engine: a table must be PAY_PER_REQUEST");
  }
  const attributes = readAttributes(members);
  const keys = readKeySchema(members, attributes);
  const indexes = members.GlobalSecondaryIndexes === undefined ? [] : readIndexes(members, attributes);
  const used = new Set([keys, ...indexes.map((index) => index.keys)].flatMap(({ hash, range }) => [hash, range]));
  if ([...attributes].some((attribute) => !used.has(attribute))) {
    throw validation(
      "One or more parameter values were invalid: Some AttributeDefinitions are not used. " +
        `AttributeDefinitions: [${[...attributes].join(", ")}], keys used: [${[...used].filter(Boolean).join(", ")}]`,
    );
  }
  if (context.tables.get(name)) throw resourceInUse(`Table already exists: ${name}`);
  const definition: TableDefinition = {
    name,
    keys,
    indexes,
    createdAt: context.now,
    ...(readStream(members) && { streamLabel: new Date(context.now).toISOString().replace("Z", "") }),
  };
  context.tables.add(definition);
  return { TableDescription: describe(context, context.tables.named(name)) };
}

function readAttributes(members: Members): Set<string> {
  return new Set(
    listOf(members, "AttributeDefinitions", 42).map((raw) => {
      const attribute = readMembers(raw, ["AttributeName", "AttributeType"], "AttributeDefinitions");
      const type = choice(attribute, "AttributeType", ["S", "N", "B"], "S");
      if (type !== "S") throw validation(`Key attributes of type ${type} are not supported by this engine: use S`);
      return requiredText(attribute, "AttributeName");
    }),
  );
}

function readKeySchema(members: Members, attributes: ReadonlySet<string>): KeyNames {
  const parts = listOf(members, "KeySchema", 2).map((raw) => {
    const part = readMembers(raw, ["AttributeName", "KeyType"], "KeySchema");
    return { name: requiredText(part, "AttributeName"), type: choice(part, "KeyType", ["HASH", "RANGE"], "HASH") };
  });
  const [hash, range] = parts;
  if (hash?.type !== "HASH" || (range && range.type !== "RANGE") || hash.name === range?.name) {
    throw validation("Invalid KeySchema: the first element must be a HASH, the second a RANGE key of another name");
  }
  for (const { name } of parts) {
    if (!attributes.has(name)) {
      throw validation(
        "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. " +
          `Keys: [${name}], AttributeDefinitions: [${[...attributes].join(", ")}]`,
      );
    }
  }
  return { hash: hash.name, ...(range && { range: range.name }) };
}

function readIndexes(members: Members, attributes: ReadonlySet<string>): IndexDefinition[] {
  const indexes = listOf(members, "GlobalSecondaryIndexes", MOST_INDEXES).map((raw): IndexDefinition => {
    const index = readMembers(raw, ["IndexName", "KeySchema", "Projection"], "GlobalSecondaryIndexes");
    const projection = readMembers(index.Projection, ["ProjectionType"], "Projection");
    return {
      name: tableNameOf({ TableName: index.IndexName }),
      keys: readKeySchema(index, attributes),
      projection: choice(projection, "ProjectionType", ["ALL", "KEYS_ONLY"], "ALL"),
    };
  });
  if (new Set(indexes.map(({ name }) => name)).size < indexes.length) {
    throw validation("One or more parameter values were invalid: Duplicate index name");
  }
  return indexes;
}

function readStream(members: Members): boolean {
  if (members.StreamSpecification === undefined) return false;
  const stream = readMembers(members.StreamSpecification, ["StreamEnabled", "StreamViewType"], "StreamSpecification");
  if (!flag(stream, "StreamEnabled", false)) return false;
  choice(stream, "StreamViewType", ["NEW_AND_OLD_IMAGES"], "NEW_AND_OLD_IMAGES");
  return true;
}
