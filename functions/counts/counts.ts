import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { CountsDeps } from "./counted-items.ts";
import { countDay } from "./daily.ts";
import { countStream } from "./stream.ts";

export type CountsEvent = Partial<DynamoDBStreamEvent>;

/** Keeps the district's figures (统计): woken by every change of a list and once a day. */
export function createCounts(deps: CountsDeps): (event: CountsEvent) => Promise<DynamoDBBatchResponse> {
  return async (event) => {
    if (event.Records) return countStream(deps, event.Records);
    await countDay(deps);
    return { batchItemFailures: [] };
  };
}
