import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";

/** No lag, no partial batches, no pauses: for tests about something else. */
export const CALM: Partial<EngineOptions> = {
  lag: { everyNth: 1, ms: 0 },
  throttles: { partialBatches: 0 },
  streams: { pauses: 0, repeats: 0 },
};
