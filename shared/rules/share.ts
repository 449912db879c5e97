/**
 * Shares of a whole in tenths of a percent that add up to 100.0 (C11): rounded down, and what is missing goes to the
 * largest remainders. The shares of nothing are null.
 */
export function sharesOf(counts: readonly number[]): readonly (number | null)[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => null);
  const exact = counts.map((count) => (count * 1000) / whole);
  const floors = exact.map(Math.floor);
  const missing = 1000 - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = exact.map((share, index) => ({ index, rest: share - (floors[index] ?? 0) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  const favoured = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return floors.map((floor, index) => (floor + (favoured.has(index) ? 1 : 0)) / 10);
}

/** A part of a whole in percent with one decimal, half up; null where there is no whole. */
export function percentOf(part: number, whole: number): number | null {
  return ratioOf(part, whole, 100, 1);
}

/** A part over a whole, so many times, with so many decimals, half up; null where there is no whole. */
export function ratioOf(part: number, whole: number, times: number, decimals: number): number | null {
  const unit = 10 ** decimals;
  return whole === 0 ? null : Math.floor((part * times * unit) / whole + 0.5) / unit;
}
