import { seededRandom } from "./random.ts";

/** What can go wrong with one request although nobody made a mistake. */
export type Fault =
  | "internalServerError"
  | "throttled"
  /** The connection breaks before the request is read. */
  | "droppedConnection"
  /** The request is carried out, and its answer never arrives. */
  | "answerLostAfterWrite";

/** Decides, request by request, what goes wrong. */
export type FaultPlan = { next(operation: string, writes: boolean): Fault | undefined };

export type FaultRates = { [fault in Fault]?: number };

export const noFaults: FaultPlan = { next: () => undefined };

/** A plan from a seed: the same requests meet the same faults. */
export function seededFaults(rates: FaultRates, seed: number): FaultPlan {
  const random = seededRandom(seed);
  return {
    next(_operation, writes) {
      if (random.chance(rates.internalServerError ?? 0)) return "internalServerError";
      if (random.chance(rates.throttled ?? 0)) return "throttled";
      if (random.chance(rates.droppedConnection ?? 0)) return "droppedConnection";
      return writes && random.chance(rates.answerLostAfterWrite ?? 0) ? "answerLostAfterWrite" : undefined;
    },
  };
}
