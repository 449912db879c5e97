import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { isDivisionCode } from "../../shared/rules/division-code.ts";
import { log } from "../http/log.ts";
import type { CountsDeps } from "./counted-items.ts";
import { countDay } from "./daily.ts";
import { recount } from "./recount.ts";
import { countStream } from "./stream.ts";

/** `recount` is a community's code, from somebody who may invoke the function itself (IAM). */
export type CountsEvent = Partial<DynamoDBStreamEvent> & { readonly recount?: string };

/** Keeps the district's figures (统计): woken by every change of a list and once a day. */
export function createCounts(deps: CountsDeps): (event: CountsEvent) => Promise<DynamoDBBatchResponse> {
  return async (event) => {
    if (event.Records) return countStream(deps, event.Records);
    if (event.recount !== undefined) {
      if (!isDivisionCode(event.recount)) throw new Error("`recount` must be the 12-digit code of a community.");
      log.info("recounted", { community: event.recount, ...(await recount(deps, event.recount)) });
      return { batchItemFailures: [] };
    }
    await countDay(deps);
    return { batchItemFailures: [] };
  };
}
