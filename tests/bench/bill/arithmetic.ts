/** What AWS counts of us. */
export type Quantity =
  | "httpRequests"
  | "invocations"
  | "gigabyteSeconds"
  | "readUnits"
  | "writeUnits"
  | "storedBytes"
  | "sentBytes"
  | "loggedBytes"
  | "keptLogBytes";

export type Amounts = Readonly<Record<Quantity, number>>;

export const NOTHING: Amounts = {
  httpRequests: 0,
  invocations: 0,
  gigabyteSeconds: 0,
  readUnits: 0,
  writeUnits: 0,
  storedBytes: 0,
  sentBytes: 0,
  loggedBytes: 0,
  keptLogBytes: 0,
};

const QUANTITIES = Object.keys(NOTHING) as Quantity[];

export function added(all: readonly Amounts[]): Amounts {
  const sum = { ...NOTHING };
  for (const one of all) for (const name of QUANTITIES) sum[name] += one[name];
  return sum;
}

export function scaled(one: Amounts, times: number): Amounts {
  const product = { ...NOTHING };
  for (const name of QUANTITIES) product[name] = one[name] * times;
  return product;
}

export type PriceList = Readonly<Record<Quantity, { readonly usd: number }>>;

/** The cost of each quantity, in dollars. */
export function priced(amounts: Amounts, prices: PriceList): Record<Quantity, number> {
  const costs = { ...NOTHING };
  for (const name of QUANTITIES) costs[name] = amounts[name] * prices[name].usd;
  return costs;
}

export const total = (costs: Readonly<Record<Quantity, number>>): number =>
  QUANTITIES.reduce((sum, name) => sum + costs[name], 0);

/** Something that is done so many times a month, and what one time of it takes. */
export type Done = {
  readonly name: string;
  readonly timesAMonth: number;
  readonly each: Amounts;
  /** How many months stays what it writes, where that is not as long as everything. */
  readonly keptMonths?: number | undefined;
};

/** How long what is written stays, and how long logs do; what a month adds is paid for so many months (存储). */
export type Kept = { readonly dataMonths: number; readonly logMonths: number; readonly logCompression: number };

/**
 * A month in use (月账单): what is done, what stands in the tables from the start, and what has come in since. Bytes that
 * are written or logged each month add up to so many months of them.
 */
export function monthOf(done: readonly Done[], standingBytes: number, kept: Kept): Amounts {
  const sum = added(done.map(({ timesAMonth, each }) => scaled(each, timesAMonth)));
  const written = done.map(
    ({ timesAMonth, each, keptMonths = kept.dataMonths }) =>
      timesAMonth * each.storedBytes * Math.min(keptMonths, kept.dataMonths),
  );
  return {
    ...sum,
    storedBytes: standingBytes + written.reduce((all, bytes) => all + bytes, 0),
    keptLogBytes: sum.loggedBytes * kept.logMonths * kept.logCompression,
  };
}
