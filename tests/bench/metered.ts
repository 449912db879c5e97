import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { countUnits, type Meter, newMeter } from "../../functions/keys/meter.ts";

/** Counts the units of everything the client sends from now on; `spent` answers and starts again from zero. */
export function metered(documents: DynamoDBDocumentClient): { spent: () => Meter } {
  let meter = newMeter();
  countUnits(documents, () => meter);
  return {
    spent: () => {
      const spent = meter;
      meter = newMeter();
      return spent;
    },
  };
}
