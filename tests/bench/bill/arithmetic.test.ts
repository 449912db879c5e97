import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HABITS, timesPerDay } from "../../load/pattern.ts";
import { type Amounts, added, monthOf, NOTHING, priced, type Quantity, scaled, total } from "./arithmetic.ts";
import { PRICES } from "./prices.ts";

const QUANTITIES = Object.keys(NOTHING) as Quantity[];
const amounts = fc.record(
  Object.fromEntries(QUANTITIES.map((name) => [name, fc.integer({ min: 0, max: 1_000_000 })])) as Record<
    Quantity,
    fc.Arbitrary<number>
  >,
);
const KEPT = { dataMonths: 12, logMonths: 12, logCompression: 0.15 };
const SHARED = HABITS.filter(({ per }) => per !== "district");

/** A month of a district where each action takes the same. */
const month = (communities: number, staff: number, each: Amounts, standing: number): Amounts =>
  monthOf(
    SHARED.map((habit) => ({
      name: habit.action,
      timesAMonth: 22 * timesPerDay(habit, { communities, staff }),
      each,
    })),
    standing * communities,
    KEPT,
  );
const cost = (one: Amounts) => total(priced(one, PRICES));
const size = fc.integer({ min: 0, max: 500 });
const many = fc.integer({ min: 0, max: 30 });

describe("the bill of a district", () => {
  test("two districts cost what one of both would: the bill is linear in communities", () => {
    fc.assert(
      fc.property(size, size, many, amounts, fc.nat(1e9), (a, b, staff, each, standing) => {
        const apart = cost(month(a, staff, each, standing)) + cost(month(b, staff, each, standing));
        expect(cost(month(a + b, staff, each, standing))).toBeCloseTo(apart, 4 - Math.ceil(Math.log10(apart + 1)));
      }),
    );
  });

  test("without a community there is nothing to pay, whatever actions cost", () => {
    fc.assert(
      fc.property(many, amounts, fc.nat(1e9), (staff, each, standing) => {
        expect(cost(month(0, staff, each, standing))).toBe(0);
        for (const habit of HABITS) expect(timesPerDay(habit, { communities: 0, staff })).toBe(0);
      }),
    );
  });

  test("what is done nowhere costs only what stands in the tables", () => {
    fc.assert(
      fc.property(fc.nat(1e12), (standing) => {
        expect(monthOf([], standing, KEPT)).toEqual({ ...NOTHING, storedBytes: standing });
      }),
    );
  });

  test("the order in which things are done makes no difference, nor whether twice or two at once", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.nat(1_000), (one, other, times) => {
        expect(added([one, other])).toEqual(added([other, one]));
        expect(scaled(added([one, other]), times)).toEqual(added([scaled(one, times), scaled(other, times)]));
      }),
    );
  });

  test("a price that doubles adds the cost of its own line once more, and nothing else", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...QUANTITIES), (one, name) => {
        const dearer = { ...PRICES, [name]: { usd: 2 * PRICES[name].usd } };
        const added = total(priced(one, dearer)) - cost(one);
        expect(added).toBeCloseTo(priced(one, PRICES)[name], 6);
      }),
    );
  });
});

test("each action that a working day names is one that can be done, and stands there once", async () => {
  const { ACTIONS } = await import("../../load/actions.ts");
  const named = HABITS.map(({ action }) => action);
  expect(new Set(named)).toEqual(new Set(Object.keys(ACTIONS)));
  expect(named).toHaveLength(new Set(named).size);
});
