import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seating } from "../../../shared/rules/seating.ts";

const vehicles = fc.array(
  fc.integer({ min: 1, max: 50 }).map((seats) => ({ plate: "A", seats })),
  { maxLength: 5 },
);
const guests = fc.array(
  fc.integer({ min: 1, max: 8 }).map((party) => ({ party })),
  { maxLength: 60 },
);

describe("seats in the vehicles", () => {
  test("C12 people sit in order, vehicle after vehicle, and a couple is not parted while a vehicle has room", () => {
    const { vehicles: filled, left } = seating(
      [
        { plate: "A", seats: 3 },
        { plate: "B", seats: 3 },
      ],
      [2, 2, 1, 2].map((party, index) => ({ party, name: index })),
    );
    const seats = filled.map((one) => one.seats.map(({ from, to, guest }) => [guest.name, from, to]));
    expect(seats).toEqual([
      [
        [0, 1, 2],
        [2, 3, 3],
      ],
      [
        [1, 1, 2],
        [3, 3, 3],
      ],
    ]);
    expect(left).toEqual([{ guest: { party: 2, name: 3 }, persons: 1 }]);
  });

  test("every seat is given once, none beyond the vehicle, and nobody is left while a seat is free", () => {
    fc.assert(
      fc.property(vehicles, guests, (buses, people) => {
        const { vehicles: filled, left } = seating(buses, people);
        const taken = filled.map(({ vehicle, seats }) => {
          const numbers = seats.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(vehicle.seats);
          return numbers.length;
        });
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        const unseated = sum(left.map(({ persons }) => persons));
        expect(sum(taken) + unseated).toBe(sum(people.map(({ party }) => party)));
        if (unseated > 0) expect(sum(taken)).toBe(sum(buses.map(({ seats }) => seats)));
      }),
    );
  });
});
