import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Capacity units that requests cost, counted as the table reports them. */
export type Meter = { read: number; write: number; requests: number };

type Consumed = { CapacityUnits?: number };
/** The document client reports its inner command: GetItemCommand, QueryCommand, … */
const READS = /^(Get|BatchGet|TransactGet|Query)/;

/** Counts the units of everything the client sends from now on; `spent` answers and starts again from zero. */
export function metered(documents: DynamoDBDocumentClient): { spent: () => Meter } {
  let meter: Meter = { read: 0, write: 0, requests: 0 };
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as Record<string, unknown>;
      input.ReturnConsumedCapacity = "TOTAL";
      const result = await next(args);
      const consumed = (result.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity;
      const units = [consumed ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
      meter.requests += 1;
      if (READS.test(String(context.commandName))) meter.read += units;
      else meter.write += units;
      return result;
    },
    { step: "initialize", name: "meter" },
  );
  return {
    spent: () => {
      const spent = meter;
      meter = { read: 0, write: 0, requests: 0 };
      return spent;
    },
  };
}
