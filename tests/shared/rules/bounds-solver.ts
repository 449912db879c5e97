import type { Row } from "./solver.ts";

/** What is shown: unknown counts and what they come to. */
export type Shown = { readonly sum: Row; readonly value: number };

const EPSILON = 1e-7;

/**
 * An outsider with a computer: knows every shown figure, how small each unknown can be, and asks of a hidden figure
 * between which bounds it lies (linear programming, primal simplex). Starts from the true counts, which fit all that is
 * shown, so that no first phase is needed.
 */
export class BoundsSolver {
  readonly #parts: Part[] = [];
  readonly #partOf = new Map<number, Part>();

  constructor(shown: readonly Shown[], unknowns: ReadonlyMap<number, Unknown>) {
    for (const group of connected(shown, unknowns)) {
      const part = new Part(group, shown, unknowns);
      this.#parts.push(part);
      for (const unknown of group) this.#partOf.set(unknown, part);
    }
  }

  /** The least and the greatest whole number that a sum of unknowns can be. */
  boundsOf(sum: Row): [least: number, greatest: number] {
    let [least, greatest] = [0, 0];
    for (const part of new Set([...sum.keys()].map((unknown) => this.#partOf.get(unknown)))) {
      const own = new Map([...sum].filter(([unknown]) => this.#partOf.get(unknown) === part));
      least -= part?.greatest(new Map([...own].map(([unknown, by]) => [unknown, -by]))) ?? 0;
      greatest += part?.greatest(own) ?? 0;
    }
    return [Math.ceil(least - EPSILON), Math.floor(greatest + EPSILON)];
  }
}

/** The true value, and the least that an outsider knows it to be. */
export type Unknown = { readonly truth: number; readonly least: number };

/** Unknowns that some shown figure connects. */
function connected(shown: readonly Shown[], unknowns: ReadonlyMap<number, Unknown>): number[][] {
  const leader = new Map([...unknowns.keys()].map((unknown) => [unknown, unknown]));
  const find = (unknown: number): number => {
    let at = unknown;
    while (leader.get(at) !== at) at = leader.get(at) ?? at;
    leader.set(unknown, at);
    return at;
  };
  for (const { sum } of shown) {
    const [first, ...others] = [...sum.keys()];
    for (const other of others) leader.set(find(other), find(first ?? other));
  }
  const groups = new Map<number, number[]>();
  for (const unknown of unknowns.keys()) groups.set(find(unknown), [...(groups.get(find(unknown)) ?? []), unknown]);
  return [...groups.values()];
}

/** The equations of some unknowns as a simplex tableau; each unknown is counted from the least it can be. */
class Part {
  readonly #column: ReadonlyMap<number, number>;
  readonly #least: readonly number[];
  readonly #rows: Float64Array[] = [];
  /** Which column each row solves for, and how large it is now. */
  readonly #basis: number[] = [];
  readonly #value: Float64Array;

  constructor(group: readonly number[], shown: readonly Shown[], unknowns: ReadonlyMap<number, Unknown>) {
    this.#column = new Map(group.map((unknown, column) => [unknown, column]));
    this.#least = group.map((unknown) => unknowns.get(unknown)?.least ?? 0);
    this.#value = Float64Array.from(group, (unknown, column) => {
      return (unknowns.get(unknown)?.truth ?? 0) - (this.#least[column] ?? 0);
    });
    for (const { sum } of shown) {
      if (this.#column.has([...sum.keys()][0] ?? -1)) this.#learn(this.#vector(sum));
    }
    for (let column = 0; column < group.length; column += 1) this.#settle(column);
  }

  #vector(sum: Row): Float64Array {
    const vector = new Float64Array(this.#column.size);
    for (const [unknown, by] of sum) vector[this.#column.get(unknown) ?? 0] = by;
    return vector;
  }

  /** Adds an equation, solved for one more unknown, unless it follows from the others. */
  #learn(equation: Float64Array): void {
    for (const [row, column] of this.#basis.entries()) subtract(equation, this.#rows[row], equation[column] ?? 0);
    let lead = -1;
    for (let at = 0; at < equation.length; at += 1) {
      if (Math.abs(equation[at] ?? 0) > Math.max(EPSILON, Math.abs(equation[lead] ?? 0))) lead = at;
    }
    if (lead < 0) return;
    scale(equation, 1 / (equation[lead] ?? 1));
    for (const row of this.#rows) subtract(row, equation, row[lead] ?? 0);
    this.#rows.push(equation);
    this.#basis.push(lead);
  }

  /** Brings an unknown that no row solves for down to nothing, or lets it take the place of one that gets there first. */
  #settle(column: number): void {
    if (this.#basis.includes(column) || (this.#value[column] ?? 0) < EPSILON) return;
    this.#move(column, -1, this.#value[column] ?? 0);
  }

  /** Moves one unknown up or down as far as it and those that depend on it allow; false when nothing stops it. */
  #move(column: number, sign: 1 | -1, limit: number): boolean {
    let [step, leaving] = [limit, -1];
    for (const [row, of] of this.#basis.entries()) {
      const slope = (this.#rows[row]?.[column] ?? 0) * sign;
      if (slope <= 1e-5) continue;
      const room = (this.#value[of] ?? 0) / slope;
      const isTie = leaving >= 0 && Math.abs(room - step) < EPSILON;
      if (isTie ? of < (this.#basis[leaving] ?? 0) : room < step) {
        step = Math.max(0, isTie ? Math.min(room, step) : room);
        leaving = row;
      }
    }
    if (step === Number.POSITIVE_INFINITY) return false;
    for (const [row, of] of this.#basis.entries()) {
      const value = (this.#value[of] ?? 0) - (this.#rows[row]?.[column] ?? 0) * sign * step;
      this.#value[of] = exact(value);
    }
    this.#value[column] = exact((this.#value[column] ?? 0) + sign * step);
    const pivot = this.#rows[leaving];
    if (!pivot) return true;
    this.#value[this.#basis[leaving] ?? 0] = 0;
    scale(pivot, 1 / (pivot[column] ?? 1));
    for (const row of this.#rows) if (row !== pivot) subtract(row, pivot, row[column] ?? 0);
    this.#basis[leaving] = column;
    return true;
  }

  greatest(sum: Row): number {
    const wanted = this.#vector(sum);
    for (;;) {
      const gain = wanted.slice();
      for (const [row, column] of this.#basis.entries()) subtract(gain, this.#rows[row], wanted[column] ?? 0);
      // The first that gains (Bland's rule), so that it never goes round in circles.
      const entering = gain.findIndex((by, column) => by > EPSILON && !this.#basis.includes(column));
      if (entering < 0) break;
      if (!this.#move(entering, 1, Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
    }
    return wanted.reduce((all, by, at) => all + by * ((this.#value[at] ?? 0) + (this.#least[at] ?? 0)), 0);
  }
}

function subtract(from: Float64Array, row: Float64Array | undefined, times: number): void {
  if (!row || Math.abs(times) < EPSILON) return;
  for (let at = 0; at < from.length; at += 1) {
    if (row[at]) from[at] = exact((from[at] ?? 0) - times * (row[at] ?? 0));
  }
}

function scale(row: Float64Array, by: number): void {
  for (let at = 0; at < row.length; at += 1) row[at] = exact((row[at] ?? 0) * by);
}

/** Sums of counts have simple fractions for coefficients; what rounding adds to them is taken away at once. */
function exact(value: number): number {
  const simple = Math.round(value * 27_720) / 27_720;
  return Math.abs(simple - value) < EPSILON ? simple : value;
}
