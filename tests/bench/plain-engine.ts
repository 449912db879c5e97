import type { EngineOptions } from "../../infra/local/dynamodb/engine.ts";

/** The engine without its deliberate strictness: what is repeated after a made-up refusal would be counted twice. */
export const PLAIN_ENGINE: Omit<EngineOptions, "file"> = {
  lag: { everyNth: 0, ms: 0 },
  conflicts: { rate: 0 },
  throttles: { rate: 0, partialBatches: 0 },
  streams: { pauses: 0, repeats: 0 },
};
