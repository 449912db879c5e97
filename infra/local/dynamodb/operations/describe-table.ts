import type { Context } from "../context.ts";
import { resourceNotFound, validation } from "../errors.ts";
import { optionalText, positiveCount, readMembers, tableNameOf } from "../request.ts";
import { type KeyNames, namesOfAll, streamArn, type Table, tableArn } from "../tables.ts";

export function describeTable(context: Context, input: unknown): unknown {
  const name = tableNameOf(readMembers(input, ["TableName"], "DescribeTable"));
  const table = context.tables.get(name);
  if (!table) throw resourceNotFound(`Requested resource not found: Table: ${name} not found`);
  return { Table: describe(context, table) };
}

export function listTables(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["ExclusiveStartTableName", "Limit"], "ListTables");
  const after = optionalText(members, "ExclusiveStartTableName") ?? "";
  const limit = positiveCount(members, "Limit") ?? 100;
  if (limit > 100) throw validation("Member must have value less than or equal to 100");
  const names = context.tables.all().map(({ definition }) => definition.name);
  const following = names.filter((name) => name > after);
  const page = following.slice(0, limit);
  return { TableNames: page, ...(following.length > limit && { LastEvaluatedTableName: page.at(-1) }) };
}

export function describe({ storage }: Context, table: Table): Record<string, unknown> {
  const { definition } = table;
  const total = storage.first(
    "SELECT count(*) AS items, coalesce(sum(bytes), 0) AS bytes FROM items WHERE tableId = ?",
    table.id,
  );
  const arn = streamArn(table);
  return {
    TableName: definition.name,
    TableArn: tableArn(definition.name),
    TableId: `00000000-0000-4000-8000-${String(table.id).padStart(12, "0")}`,
    TableStatus: "ACTIVE",
    CreationDateTime: definition.createdAt / 1000,
    AttributeDefinitions: namesOfAll(definition).map((name) => ({ AttributeName: name, AttributeType: "S" })),
    KeySchema: schemaOf(definition.keys),
    BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
    ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    ItemCount: total?.number("items"),
    TableSizeBytes: total?.number("bytes"),
    DeletionProtectionEnabled: false,
    ...(definition.indexes.length > 0 && {
      GlobalSecondaryIndexes: definition.indexes.map(({ name, keys, projection }) => ({
        IndexName: name,
        IndexArn: `${tableArn(definition.name)}/index/${name}`,
        IndexStatus: "ACTIVE",
        KeySchema: schemaOf(keys),
        Projection: { ProjectionType: projection },
      })),
    }),
    ...(arn !== undefined && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
      LatestStreamArn: arn,
      LatestStreamLabel: definition.streamLabel,
    }),
  };
}

export const schemaOf = ({ hash, range }: KeyNames) => [
  { AttributeName: hash, KeyType: "HASH" },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: "RANGE" }]),
];
