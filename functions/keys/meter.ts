import { AsyncLocalStorage } from "node:async_hooks";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Capacity units that requests to the database cost, as its tables report them. */
export type Meter = { read: number; write: number; requests: number };

export const newMeter = (): Meter => ({ read: 0, write: 0, requests: 0 });

type Consumed = { readonly CapacityUnits?: number };
/** The document client reports its inner command: GetItemCommand, QueryCommand, … */
const READS = /^(Get|BatchGet|TransactGet|Query)/;

/** Counts the units of everything the client sends into the meter that counts at that moment, if one does. */
export function countUnits(documents: DynamoDBDocumentClient, meterNow: () => Meter | undefined): void {
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      const meter = meterNow();
      if (!meter) return next(args);
      const input = { ...args.input, ReturnConsumedCapacity: "TOTAL" };
      const result = await next({ ...args, input });
      const { ConsumedCapacity = [] } = result.output as { ConsumedCapacity?: Consumed | readonly Consumed[] };
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      meter.requests += 1;
      meter[READS.test(String(context.commandName)) ? "read" : "write"] += units;
      return result;
    },
    { step: "initialize", name: "meter" },
  );
}

/** Several requests may be answered in one process at a time; each has a meter of its own. */
const current = new AsyncLocalStorage<Meter>();

export const meterOfRequest = (): Meter | undefined => current.getStore();

/** Does something and counts what it costs. */
export function withMeter<T>(meter: Meter, run: () => T): T {
  return current.run(meter, run);
}
