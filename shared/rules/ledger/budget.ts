/** A budget line against what was approved on it (预算执行, L16, S9.20). */
export type Execution = {
  readonly line: string;
  readonly plannedFen: number | null;
  readonly actualFen: number;
  /** Actual of planned in percent, one decimal; null without a plan. */
  readonly percent: number | null;
};

export function executionOf(line: string, plannedFen: number | null, actualFen: number): Execution {
  const percent = plannedFen === null || plannedFen === 0 ? null : Math.round((actualFen * 1000) / plannedFen) / 10;
  return { line, plannedFen, actualFen, percent };
}

/** By how much an expense goes over its line, in fen; nothing without a decided line, and nothing that takes money back. */
export function overLine(plannedFen: number | undefined, actualFen: number, amountFen: number): number {
  if (plannedFen === undefined || amountFen <= 0) return 0;
  return Math.max(0, actualFen + amountFen - plannedFen);
}
