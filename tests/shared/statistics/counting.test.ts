import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import {
  addAmounts,
  amountsIn,
  COUNTED_REGISTERS,
  countRecord,
  STATISTICS,
} from "../../../shared/schema/statistics.ts";

const DAY = "2026-10-20";
const date = fc.integer({ min: -40_000, max: 60 }).map((days) => addDays(DAY, days));
const resident = fc.record({
  live: fc.constantFrom("here", "away", "moved", "dead"),
  sex: fc.constantFrom("0", "1", "2", "9"),
  birth: date,
  arrived: fc.option(date, { nil: null }),
});

/** Names of the cells are parts with dots between, so no part may have one. */
test("every statistic counts lists that exist, in cells with unmistakable names", () => {
  for (const { name, registers, dimensions, measures, definition } of STATISTICS.values()) {
    for (const register of registers) expect(registerNamed(register)).toBeDefined();
    const parts = [name, ...Object.keys(measures), ...dimensions.flatMap(({ categories }) => Object.keys(categories))];
    expect(parts.filter((part) => part.includes("."))).toEqual([]);
    expect(definition.zh.length).toBeGreaterThan(20);
  }
  expect(COUNTED_REGISTERS.size).toBeGreaterThan(3);
});

test("residents by sex and age add up to the residents of the first table, whoever they are", () => {
  fc.assert(
    fc.property(fc.array(resident), (people) => {
      const total: Record<string, number> = {};
      for (const person of people) addAmounts(total, countRecord("residents", person, DAY).cells);
      const population = STATISTICS.get("T02");
      const sum = population ? amountsIn(population, "residents", total).reduce((a, b) => a + b, 0) : Number.NaN;
      expect(sum).toBe(total["T01.residents"] ?? 0);
    }),
  );
});

test("what a record counts as stays the same until the day it names, and is known again on that day", () => {
  fc.assert(
    fc.property(resident, (person: Values) => {
      const { cells, changesOn } = countRecord("residents", person, DAY);
      if (changesOn === undefined) {
        expect(countRecord("residents", person, "2150-01-01").cells).toEqual(cells);
        return;
      }
      expect(changesOn > DAY).toBe(true);
      expect(countRecord("residents", person, addDays(changesOn, -1)).cells).toEqual(cells);
      expect(countRecord("residents", person, changesOn).cells).not.toEqual(cells);
    }),
  );
});

test("households count from their arrival until they have left; groups and committees from their founding", () => {
  const counts = (register: string, values: Values) => countRecord(register, values, DAY);
  expect(counts("households", { arrived: "2026-10-20" }).cells).toEqual({ "T01.households": 1 });
  expect(counts("households", { left: "2026-10-20" }).cells).toEqual({});
  expect(counts("households", { left: "2026-10-21" })).toEqual({
    cells: { "T01.households": 1 },
    changesOn: "2026-10-21",
  });
  expect(counts("groups", { formed: "2026-11-01" })).toEqual({ cells: {}, changesOn: "2026-11-01" });
  expect(counts("committees", { premises: "developer" }).cells).toMatchObject({
    "T01.committees": 1,
    "T17.committees": 1,
    "T17.ownOffice": 1,
  });
});
