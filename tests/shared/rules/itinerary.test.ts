import fc from "fast-check";
import { expect, test } from "vitest";
import { itineraryProblems } from "../../../shared/rules/itinerary.ts";

const gather = "2026-06-10T08:00";

test("S1.6 a first stop at 07:00 does not go with gathering at 08:00, and the stop is what is named", () => {
  const problems = itineraryProblems({ gather, stops: [{ time: "07:00", place: "居委会" }, { time: "15:00" }] });
  expect(problems).toEqual([
    {
      path: "stops.0.time",
      code: "before-gathering",
      params: { time: "08:00", first: "07:00", fix: "gather", proposed: "2026-06-10T07:00" },
    },
  ]);
});

test("S1.6 stops from the gathering on are fine, and so is an itinerary without times", () => {
  expect(itineraryProblems({ gather, stops: [{ time: "08:00" }, { time: "07:00" }] })).toEqual([]);
  expect(itineraryProblems({ gather, stops: [{ place: "果园" }] })).toEqual([]);
  expect(itineraryProblems({ gather, stops: [] })).toEqual([]);
  expect(itineraryProblems({ gather })).toEqual([]);
});

test("only the first stop with a time decides", () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  const text = ([hour, minute]: [number, number]) =>
    `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  fc.assert(
    fc.property(time, time, fc.array(time), (at, first, rest) => {
      const stops = [{ place: "集合" }, ...[first, ...rest].map((one) => ({ time: text(one) }))];
      const problems = itineraryProblems({ gather: `2026-06-10T${text(at)}`, stops });
      expect(problems.length).toBe(text(first) < text(at) ? 1 : 0);
    }),
  );
});
