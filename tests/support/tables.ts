import { CreateTableCommand, type DynamoDBClient, UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";

export const TEST_TABLES = { records: "Records", counts: "Counts", accounts: "Accounts" } as const;

/** The three tables of the product, as the stack defines them. */
export async function createTables(client: DynamoDBClient): Promise<void> {
  for (const TableName of Object.values(TEST_TABLES)) {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "S" },
        ],
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        ...(TableName === "Records" && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" as const },
        }),
      }),
    );
    if (TableName === "Counts") continue;
    const TimeToLiveSpecification = { AttributeName: "ttl", Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
}
