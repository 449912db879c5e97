import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Line, occupancy, placing } from "../../../shared/rules/placing.ts";

const line = (parties: readonly number[], cancelled: readonly number[] = []): Line => ({
  tickets: parties.map((party, index) => ({ token: `t${index}`, party, at: index })),
  cancelled: new Set(cancelled.map((index) => `t${index}`)),
});
const lines = fc
  .record({
    parties: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 }),
    gone: fc.array(fc.nat(59), { maxLength: 20 }),
  })
  .map(({ parties, gone }) =>
    line(
      parties,
      gone.filter((index) => index < parties.length),
    ),
  );
const capacity = fc.nat(80);

const withPlaces = (of: Line, places: number | undefined, held?: ReadonlySet<string>) =>
  [...placing(of, places, held)].filter(([, { state }]) => state === "ok").map(([token]) => token);
const persons = (of: Line, tokens: readonly string[]) =>
  of.tickets.filter(({ token }) => tokens.includes(token)).reduce((sum, { party }) => sum + party, 0);

describe("who has a place (C12)", () => {
  test("C12 40 seats and 43 sign-ups: 3 wait; one cancels and the first of them moves up", () => {
    const before = placing(line(Array<number>(43).fill(1)), 40);
    expect([...before.values()].filter(({ state }) => state === "waiting")).toHaveLength(3);
    expect(before.get("t40")).toEqual({ state: "waiting", rank: 1 });
    const after = placing(line(Array<number>(43).fill(1), [7]), 40);
    expect([after.get("t40"), after.get("t41")]).toEqual([{ state: "ok" }, { state: "waiting", rank: 1 }]);
  });

  test("never more persons than places", () => {
    fc.assert(fc.property(lines, capacity, (of, places) => persons(of, withPlaces(of, places)) <= places));
  });

  test("nobody passes somebody who came earlier", () => {
    fc.assert(
      fc.property(lines, capacity, (of, places) => {
        const states = [...placing(of, places).values()].map(({ state }) => state).filter((s) => s !== "cancelled");
        return !states.slice(states.indexOf("waiting")).includes("ok") || !states.includes("waiting");
      }),
    );
  });

  test("those who wait are numbered from one without gaps", () => {
    fc.assert(
      fc.property(lines, capacity, (of, places) => {
        const ranks = [...placing(of, places).values()].flatMap((one) => (one.state === "waiting" ? [one.rank] : []));
        return ranks.every((rank, index) => rank === index + 1);
      }),
    );
  });

  test("a sign-up or cancellation by others, or more places, takes nobody's place", () => {
    fc.assert(
      fc.property(lines, capacity, fc.nat(5), fc.nat(59), (of, places, more, leaves) => {
        const had = withPlaces(of, places);
        const joined: Line = { ...of, tickets: [...of.tickets, { token: "new", party: 2, at: 99 }] };
        const left: Line = { ...joined, cancelled: new Set([...of.cancelled, `t${leaves}`]) };
        const has = new Set(withPlaces(left, places + more));
        return had.every((token) => has.has(token) || token === `t${leaves}`);
      }),
    );
  });

  test("fewer places later take back no place that was promised, and give none to those who wait", () => {
    fc.assert(
      fc.property(lines, capacity, capacity, (of, places, change) => {
        const promised = new Set(withPlaces(of, places));
        const kept = withPlaces(of, Math.max(0, places - change), promised);
        return kept.length === promised.size && kept.every((token) => promised.has(token));
      }),
    );
  });

  test("without a limit everybody has a place", () => {
    fc.assert(fc.property(lines, (of) => occupancy(of, undefined).waiting === 0));
  });

  test("places said to be left are really there for the next who comes alone", () => {
    fc.assert(
      fc.property(lines, capacity, (of, places) => {
        const joined: Line = { ...of, tickets: [...of.tickets, { token: "new", party: 1, at: 99 }] };
        const left = occupancy(of, places).left ?? 0;
        return (placing(joined, places).get("new")?.state === "ok") === left > 0;
      }),
    );
  });
});
