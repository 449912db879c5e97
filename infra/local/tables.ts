import * as z from "zod/mini";
import type { Engine } from "./dynamodb/engine.ts";
import type { TablePlan } from "./plan.ts";

const described = z.looseObject({ TableNames: z.array(z.string()) });
const timeToLive = z.looseObject({ TimeToLiveDescription: z.looseObject({ TimeToLiveStatus: z.string() }) });

/** Creates the tables that are not there yet; what is there stays as it is. */
export async function createTables(engine: Engine, tables: readonly TablePlan[]): Promise<void> {
  const { TableNames } = z.parse(described, await engine.send("ListTables", {}));
  for (const table of tables) {
    if (!TableNames.includes(table.name)) {
      await engine.send("CreateTable", {
        TableName: table.name,
        KeySchema: table.KeySchema,
        AttributeDefinitions: table.AttributeDefinitions,
        BillingMode: table.BillingMode,
        ...(table.GlobalSecondaryIndexes ? { GlobalSecondaryIndexes: table.GlobalSecondaryIndexes } : {}),
        ...(table.StreamSpecification
          ? { StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification } }
          : {}),
      });
    }
    const wish = table.TimeToLiveSpecification;
    if (!wish) continue;
    const status = z.parse(timeToLive, await engine.send("DescribeTimeToLive", { TableName: table.name }));
    if (status.TimeToLiveDescription.TimeToLiveStatus === "ENABLED") continue;
    await engine.send("UpdateTimeToLive", { TableName: table.name, TimeToLiveSpecification: wish });
  }
}
