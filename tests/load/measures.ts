import { quantile } from "../bench/table.ts";

/** What the requests of a load took, by action and minute, and what went wrong. */
export type Measured = {
  request(action: string, ms: number): void;
  fault(action: string, error: unknown): void;
  /** Latencies of an action in the minutes from..to, the last left out. */
  within(action: string | undefined, from: number, to: number): number[];
  readonly faults: readonly string[];
  readonly actions: () => string[];
};

export function measuring(now: () => number): Measured {
  const started = now();
  const byAction = new Map<string, { minute: number; ms: number }[]>();
  const faults: string[] = [];
  return {
    request(action, ms) {
      const all = byAction.get(action) ?? [];
      byAction.set(action, all);
      // Half a minute of requests fits many times; a number and a minute each is little.
      all.push({ minute: Math.floor((now() - started) / 60_000), ms });
    },
    fault(action, error) {
      faults.push(
        `${new Date(now()).toISOString()} ${action}: ${error instanceof Error ? error.message : String(error)}`,
      );
    },
    within(action, from, to) {
      const lists = action === undefined ? [...byAction.values()] : [byAction.get(action) ?? []];
      return lists.flatMap((all) => all.filter(({ minute }) => minute >= from && minute < to).map(({ ms }) => ms));
    },
    faults,
    actions: () => [...byAction.keys()],
  };
}

/** Median, 95th and 99th hundredth in milliseconds. */
export const spread = (values: readonly number[]): string =>
  values.length === 0 ? "-" : [0.5, 0.95, 0.99].map((share) => quantile(values, share).toFixed(0)).join(" / ");

/** Growth per minute of a straight line through the points, which are a minute apart. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
