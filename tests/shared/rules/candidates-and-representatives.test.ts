import fc from "fast-check";
import { expect, test } from "vitest";
import { candidatesFor } from "../../../shared/rules/candidate-margin.ts";
import { rulesOf } from "../../../shared/rules/in-force.ts";
import { representativeFindings, representativeSpans } from "../../../shared/rules/representation.ts";

const decision = { text: "Minutes", day: "2000-01-01" };
const seed = rulesOf([], [{ id: "s", at: 0, preset: "seed", from: "2000-01-01", decision }]);
const DAY = "2010-12-01";

test("S3.12 C2 a fifth more candidates than seats: 3 need 4, 5 need 6, 7 need 9, 9 need 11", () => {
  expect([3, 5, 7, 9].map((seats) => candidatesFor(seats, 2000, 1))).toEqual([4, 6, 9, 11]);
});

test("S3.12 there is always at least one candidate more, and never a whole one too many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(10_000), (seats, rate) => {
      const more = candidatesFor(seats, rate, 1) - seats;
      expect(more).toBeGreaterThanOrEqual(1);
      expect(more * 10_000).toBeGreaterThanOrEqual(seats * rate);
      if (more > 1) expect((more - 1) * 10_000).toBeLessThan(seats * rate);
    }),
  );
});

test("S3.10 C3 fifteen groups send 30 to 45, 1,200 households 20 to 60, 281 households 5 to 14", () => {
  const spans = representativeSpans({ groups: 15, households: 1200, units: 9 }, seed, DAY);
  expect(spans).toEqual({
    byGroups: { least: 30, most: 45 },
    byHouseholds: { least: 20, most: 60 },
    fromUnits: { least: 9, most: 18 },
  });
  expect(representativeSpans({ groups: 0, households: 281, units: 0 }, seed, DAY).byHouseholds).toEqual({
    least: 5,
    most: 14,
  });
});

test("S3.10 C3 40 residents of 60 pass and 39 do not; a total outside 40 to 60 is only warned about", () => {
  const found = (total: number, residents: number) =>
    representativeFindings(total, residents, seed, DAY).map(({ code, level }) => `${level} ${code}`);
  expect(found(60, 40)).toEqual([]);
  expect(found(60, 39)).toEqual(["fails reps-residents-too-few"]);
  expect(found(39, 39)).toEqual(["warns reps-below-usual"]);
  expect(found(61, 61)).toEqual(["warns reps-above-usual"]);
});
