/** Numbers from a seed, so that a run that failed can be run again. */
export type Random = {
  /** True once in a while: with probability `rate`. */
  chance(rate: number): boolean;
  below(limit: number): number;
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: small, and good enough to decide which request meets bad luck.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (rate) => rate > 0 && next() < rate,
    below: (limit) => Math.floor(next() * limit),
  };
}
