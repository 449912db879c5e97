import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { post } from "../../../shared/codes/post.ts";
import { addDays } from "../../../shared/rules/calendar.ts";
import {
  awaitedIn,
  daysLate,
  isLate,
  type Mover,
  moveRefusal,
  openMoves,
  type Step,
  stageOf,
  waitedFor,
  withStep,
} from "../../../shared/rules/flow.ts";
import { FLOWS, flowOf, flowsOf } from "../../../shared/schema/flows.ts";
import { moverWords } from "../../../shared/words/flows.ts";

const flows = [...FLOWS.values()];
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays("2024-01-01", days));
const who = fc.constantFrom("staff", "director", "cashier", "resident", "clock", "street", "accountant");
const flowAndState = fc
  .constantFrom(...flows)
  .chain((flow) => fc.record({ flow: fc.constant(flow), state: fc.constantFrom(...Object.keys(flow.states)) }));
const rest = { holidays: () => undefined, weekendsRest: true };
const daysOf = { days: () => 3, rest };
const mover = (account: string, ...roles: string[]): Mover => ({ account, is: (one) => roles.includes(one) });
const step = (move: string, account: string): Step => ({ move, from: "", to: "", by: { account, name: "" }, at: 0 });

describe("moves", () => {
  test("a move that is open leads from the present state to a state of the flow, and no other is", () => {
    fc.assert(
      fc.property(flowAndState, fc.uniqueArray(who), ({ flow, state }, roles) => {
        const open = openMoves(flow, state, [], mover("a", ...roles), {});
        for (const [name, move] of Object.entries(flow.moves)) {
          const may = move.from.includes(state) && move.who.some((one) => roles.some((role) => role === one));
          expect(open.includes(name)).toBe(may);
          expect(Object.hasOwn(flow.states, move.to ?? state)).toBe(true);
        }
      }),
    );
  });

  test("whoever took the first of two steps that need two people is refused the second, however much came between", () => {
    const [flow] = flows.filter(({ moves }) => Object.values(moves).some(({ notBy }) => notBy?.length));
    if (!flow) throw new Error("No flow asks for a second person");
    const [name = "", move] = Object.entries(flow.moves).find(([, { notBy }]) => notBy?.length) ?? [];
    if (!move?.notBy?.[0]) throw new Error(name);
    const first = move.notBy[0];
    const [state = ""] = move.from;
    fc.assert(
      fc.property(fc.array(fc.constantFrom("x", "y")), fc.string({ minLength: 1 }), (between, account) => {
        const steps = [step(first, account), ...between.map((other) => step("other", other))];
        expect(moveRefusal(move, state, steps, mover(account, ...move.who), {})).toBe("second-person");
        expect(moveRefusal(move, state, steps, mover(`${account}2`, ...move.who), {})).toBeUndefined();
      }),
    );
  });

  test("from every state of a case an end is reached, and nobody waits at an end", () => {
    for (const flow of flowsOf("cases")) {
      const reached = new Set(Object.keys(flow.states).filter((state) => flow.states[state]?.final));
      for (let size = -1; size !== reached.size; ) {
        size = reached.size;
        for (const { from, to } of Object.values(flow.moves))
          if (to !== undefined && reached.has(to)) for (const state of from) reached.add(state);
      }
      expect([...reached].sort()).toEqual(Object.keys(flow.states).sort());
    }
  });

  test("every type of case follows one flow", () => {
    for (const type of ["mediation", "opinion", "supervision", "petition", "report", "help", "consult"]) {
      expect(flowOf("cases", { type })).toBeDefined();
      expect(flowsOf("cases").filter(({ when }) => when?.in.includes(type))).toHaveLength(1);
    }
  });

  test("a record remembers how it came to be, and the latest of its steps", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 120 }), (moves) => {
        const steps = moves.reduce<readonly Step[]>((all, move) => withStep(all, step(move, "a")), []);
        expect(steps.length).toBeLessThanOrEqual(50);
        expect(steps[0]?.move).toBe(moves[0]);
        expect(steps.at(-1)?.move).toBe(moves.at(-1));
      }),
    );
  });
});

test("whoever a record waits for is named in both languages, and an end waits for nobody", () => {
  const unnamed = flows.flatMap((flow) =>
    Object.entries(flow.states).flatMap(([state, { final }]) => {
      const awaited = awaitedIn(flow, state);
      if (final) expect(awaited).toEqual([]);
      return awaited.filter((who) => !(who in moverWords) && !(who in post.codes));
    }),
  );
  expect(unnamed).toEqual([]);
  const election = flows.find(({ name }) => name === "committee-election");
  expect(election && awaitedIn(election, "announced")).toEqual(["street"]);
});

describe("deadlines", () => {
  test("nothing is late on its last day; on the next it is, and it climbs further with every day, never back", () => {
    fc.assert(
      fc.property(flowAndState, day, fc.nat(60), ({ flow, state }, from, after) => {
        const stage = stageOf(flow, state, {}, from, daysOf);
        const today = addDays(from, after);
        expect(isLate(stage, today)).toBe(stage.due !== undefined && today > stage.due);
        expect(daysLate(stage, today) > 0).toBe(isLate(stage, today));
        if (stage.due) expect(isLate(stage, stage.due)).toBe(false);
        const [now, later] = [waitedFor(flow, state, stage, today), waitedFor(flow, state, stage, addDays(today, 1))];
        for (const one of now) expect(later).toContain(one);
      }),
    );
  });

  test("a rule that leaves the days open makes no deadline", () => {
    const open = { ...daysOf, days: () => null };
    for (const flow of flows) {
      for (const state of Object.keys(flow.states)) {
        expect(stageOf(flow, state, {}, "2026-06-01", open)).toEqual({ since: "2026-06-01" });
      }
    }
  });
});
