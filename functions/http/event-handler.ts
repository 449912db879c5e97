import { newMeter, withMeter } from "../keys/meter.ts";
import { log } from "./log.ts";

type Woken = { readonly Records?: readonly unknown[] };

/**
 * The handler of a function that changes and the clock wake, not requests: one line for each time, which says how many
 * changes came, how long they took and what they cost.
 */
export function eventHandler<Event extends Woken, Result>(handle: (event: Event) => Promise<Result>) {
  return async (event: Event, context: { readonly functionName?: string }): Promise<Result> => {
    const meter = newMeter();
    const started = performance.now();
    try {
      return await withMeter(meter, () => handle(event));
    } finally {
      log.info("event", {
        function: context.functionName,
        changes: event.Records?.length ?? 0,
        ms: Math.round(performance.now() - started),
        database: { requests: meter.requests, readUnits: meter.read, writeUnits: meter.write },
      });
    }
  };
}
