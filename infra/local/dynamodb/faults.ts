import { seededRandom } from "./random.ts";

/** What can go wrong with one request although nobody made a mistake. */
export type Fault =
  | "internalServerError"
  | "throttled"
  /** Another writer is at the same item: a transaction is cancelled, a single write refused. Reads never meet it. */
  | "transactionConflict"
  /** The connection breaks before the request is read. */
  | "droppedConnection"
  /** The request is carried out, and its answer never arrives. */
  | "answerLostAfterWrite";

/** Decides, request by request, what goes wrong. */
export type FaultPlan = {
  next(operation: string, writes: boolean): Fault | undefined;
  /** Milliseconds that a request is under way before it is served; none when absent. */
  delay?(operation: string): number;
};

export type FaultRates = { [fault in Fault]?: number } & {
  /** Some requests take up to so many milliseconds longer, so that others overtake them. */
  readonly latency?: { readonly rate: number; readonly maxMs: number };
};

export const noFaults: FaultPlan = { next: () => undefined };

/** A plan from a seed: the same requests meet the same faults. */
export function seededFaults(rates: FaultRates, seed: number): FaultPlan {
  const random = seededRandom(seed);
  // Its own numbers, so that how long a request takes does not decide what goes wrong with the next one.
  const delays = seededRandom(seed + 1);
  const { latency } = rates;
  return {
    next(_operation, writes) {
      if (random.chance(rates.internalServerError ?? 0)) return "internalServerError";
      if (random.chance(rates.throttled ?? 0)) return "throttled";
      if (random.chance(rates.droppedConnection ?? 0)) return "droppedConnection";
      if (writes && random.chance(rates.transactionConflict ?? 0)) return "transactionConflict";
      return writes && random.chance(rates.answerLostAfterWrite ?? 0) ? "answerLostAfterWrite" : undefined;
    },
    ...(latency && { delay: () => (delays.chance(latency.rate) ? 1 + delays.below(latency.maxMs) : 0) }),
  };
}
