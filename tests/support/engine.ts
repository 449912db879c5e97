import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Engine, type EngineOptions, openEngine } from "../../infra/local/dynamodb/engine.ts";
import { engineClient } from "../../infra/local/dynamodb/request-handler.ts";

export type TestEngine = { engine: Engine; client: DynamoDBClient; documents: DynamoDBDocumentClient };

/** A fresh, empty database in memory, as strict as the engine can be, and two clients for it. */
export function openTestEngine(options: Partial<EngineOptions> = {}): TestEngine {
  const engine = openEngine({ file: ":memory:", seed: 1, ...options });
  const client = engineClient(engine);
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { engine, client, documents };
}
