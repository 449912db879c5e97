/**
 * An outsider with a pencil: knows every shown figure and that sums hold, and asks of a hidden one whether only one
 * value fits. Each figure is a sum of unknown counts; a hidden sum is solved if it follows from the shown sums.
 */
export class Outsider {
  readonly #rows = new Map<number, Row>();

  /** Takes note of a shown figure, as the unknowns it is the sum of. */
  learn(sum: Row): void {
    const rest = this.#reduce(sum);
    const lead = leadOf(rest);
    if (lead === undefined) return;
    const scale = inverse(rest.get(lead) ?? 1);
    this.#rows.set(lead, new Map([...rest].map(([unknown, by]) => [unknown, times(by, scale)])));
  }

  /** Whether a figure follows from those shown. */
  solves(sum: Row): boolean {
    return this.#reduce(sum).size === 0;
  }

  #reduce(sum: Row): Row {
    const rest = new Map(sum);
    for (;;) {
      const next = [...rest.keys()].filter((unknown) => this.#rows.has(unknown)).sort((a, b) => a - b)[0];
      if (next === undefined) return rest;
      const factor = rest.get(next) ?? 0;
      for (const [unknown, by] of this.#rows.get(next) ?? []) {
        const value = modulo((rest.get(unknown) ?? 0) - times(factor, by));
        if (value === 0) rest.delete(unknown);
        else rest.set(unknown, value);
      }
    }
  }
}

export type Row = ReadonlyMap<number, number> & Map<number, number>;

/** Exact arithmetic in a field of prime size: no rounding, and small enough for plain numbers. */
const PRIME = 67_108_859;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;
const times = (a: number, b: number) => modulo(a * b);

function inverse(value: number): number {
  let [result, base, power] = [1, value, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

const leadOf = (row: Row): number | undefined => (row.size === 0 ? undefined : Math.min(...row.keys()));
