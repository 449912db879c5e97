import fc from "fast-check";
import { expect, test } from "vitest";
import { type Published, publish } from "../../../functions/statistics/publish.ts";
import type { DistrictFigures } from "../../../functions/statistics/read-figures.ts";
import type { Dimension, Statistic } from "../../../shared/schema/statistic.ts";
import { type Amounts, addAmounts, amountsOfCell, STATISTICS } from "../../../shared/schema/statistics.ts";
import { Outsider } from "../../shared/rules/solver.ts";

const STAFF = STATISTICS.get("T05") as Statistic;
const ORIGIN = STAFF.dimensions.find(({ key }) => key === "origin") as Dimension;
const ORIGINS = Object.keys(ORIGIN.categories);
const MONTHS = ["2026-09-30", "2026-10-31", "2026-11-30"];

/** The staff of one committee: 0 to 14 persons, each with an origin and an age. */
const person = fc.record({ origin: fc.constantFrom(...ORIGINS.slice(0, 4)), age: fc.integer({ min: 22, max: 60 }) });
const committee = fc.array(person, { maxLength: 14 });
const district = fc
  .array(fc.array(committee, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((streets) =>
    streets.flatMap((all, s) => all.map((people, n): Committee => [`50011200${s + 1}00${n + 1}`, people])),
  );
type Committee = readonly [code: string, people: readonly { readonly origin: string; readonly age: number }[]];

function figuresOf(committees: readonly Committee[]): DistrictFigures {
  const cells = committees.map(([code, people]): [string, Amounts] => {
    const total: Record<string, number> = {};
    for (const { origin, age } of people) {
      const amounts = { staff: 1, aged: 1, ages: age };
      const at = { post: "clerk", sex: "1", age: "35-", education: "college", origin };
      addAmounts(total, amountsOfCell(STAFF, { at, amounts }));
    }
    return [code, total];
  });
  return new Map([["T05", new Map(cells)]]);
}

const areasOf = (codes: readonly string[]) => [
  ...new Set(codes.flatMap((code) => [code.slice(0, 6), code.slice(0, 9), code])),
];

/** What an outsider learns of origins from one month, and what is hidden: unknowns are committee by origin. */
function learn(
  outsider: Outsider,
  published: Published,
  codes: readonly string[],
  unknown: (code: string, o: number) => number,
) {
  const hidden: Map<number, number>[] = [];
  const plan = published.planOf(STAFF, "staff", ORIGIN);
  for (const area of areasOf(codes)) {
    const below = codes.filter((code) => code.startsWith(area));
    const sum = (origins: readonly number[]) =>
      new Map(below.flatMap((code) => origins.map((o) => [unknown(code, o), 1] as const)));
    // The number of staff is public.
    outsider.learn(sum(ORIGINS.map((_, o) => o)));
    ORIGINS.forEach((_, o) => {
      const count = plan.value(area, [o]) ?? 0;
      // Nobody, or many, is nobody's secret: it was hidden for the sake of others.
      if (plan.hidden(area, [o])) hidden.push(...(count > 0 && count < 5 ? [sum([o])] : []));
      else outsider.learn(sum([o]));
    });
  }
  return hidden;
}

test("the staff are told and the origin of one to four of them is not, for any area", () => {
  fc.assert(
    fc.property(district, (committees) => {
      const published = publish(figuresOf(committees), MONTHS[0] ?? "");
      const [total, table] = [published.planOf(STAFF, "staff"), published.planOf(STAFF, "staff", ORIGIN)];
      for (const area of areasOf(committees.map(([code]) => code))) {
        const people = committees.filter(([code]) => code.startsWith(area)).flatMap(([, all]) => all);
        expect([total.hidden(area, []), total.value(area, [])]).toEqual([false, people.length]);
        ORIGINS.forEach((origin, o) => {
          const count = people.filter((one) => one.origin === origin).length;
          expect(table.value(area, [o])).toBe(count);
          if (count > 0 && count < 5) expect(table.hidden(area, [o])).toBe(true);
        });
      }
    }),
    { numRuns: 200 },
  );
});

/** Where all of a committee are of one origin, or one is alone in it, the public number of staff says it; no plan can. */
const isMixed = (committees: readonly Committee[]) =>
  committees.every(([, people]) => new Set(people.map(({ origin }) => origin)).size !== 1);

test("with the number of staff known, no hidden origin follows from all that is shown", () => {
  fc.assert(
    fc.property(district.filter(isMixed), (committees) => {
      const codes = committees.map(([code]) => code);
      const outsider = new Outsider();
      const hidden = learn(
        outsider,
        publish(figuresOf(committees), MONTHS[0] ?? ""),
        codes,
        (code, o) => codes.indexOf(code) * 9 + o,
      );
      expect(hidden.filter((sum) => outsider.solves(sum))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** Who leaves and who comes between two months. */
const turn = fc.record({ gone: fc.integer({ min: 0, max: 2 }), come: fc.array(person, { maxLength: 2 }) });

test("nor one to four of an origin from three months, while people of one committee come and go", () => {
  const staffed = district.filter((all) => isMixed(all) && all.every(([, people]) => people.length >= 5));
  fc.assert(
    fc.property(staffed, fc.tuple(turn, turn), fc.nat(), (first, turns, which) => {
      const codes = first.map(([code]) => code);
      const outsider = new Outsider();
      const hidden: Map<number, number>[] = [];
      let before: Published | undefined;
      let now: readonly Committee[] = first;
      const changed = which % codes.length;
      for (const [month, day] of MONTHS.entries()) {
        const { gone = 0, come = [] } = turns[month - 1] ?? {};
        now = now.map((one, n) =>
          n === changed ? ([one[0], [...one[1].slice(gone), ...come]] satisfies Committee) : one,
        );
        if (!isMixed(now)) return;
        before = publish(figuresOf(now), day, before);
        // Only the one that changes has unknowns of its own each month.
        const unknown = (code: string, o: number) => {
          const at = codes.indexOf(code);
          return (at === changed ? codes.length + month : at) * 9 + o;
        };
        hidden.push(...learn(outsider, before, codes, unknown));
      }
      expect(hidden.filter((sum) => outsider.solves(sum))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("the sum of ages of one to four persons neither is told nor follows from the means of other areas", () => {
  fc.assert(
    fc.property(district, (committees) => {
      const codes = committees.map(([code]) => code);
      const plan = publish(figuresOf(committees), MONTHS[0] ?? "").planOf(STAFF, "ages");
      const outsider = new Outsider();
      const sum = (area: string) =>
        new Map(
          committees.flatMap(([code, all], n) => (code.startsWith(area) && all.length > 0 ? [[n, 1] as const] : [])),
        );
      const hidden = areasOf(codes).filter((area) => plan.hidden(area, []));
      for (const area of areasOf(codes)) if (!hidden.includes(area)) outsider.learn(sum(area));
      for (const area of areasOf(codes)) {
        const persons = committees.filter(([code]) => code.startsWith(area)).flatMap(([, all]) => all).length;
        if (persons > 0 && persons < 5) expect(hidden).toContain(area);
      }
      expect(hidden.filter((area) => outsider.solves(sum(area)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("relocated households are told by where they came from, a small group of them and what would betray it are not", () => {
  const relocated = STATISTICS.get("T04") as Statistic;
  const [mountain, hazard] = [0, 1];
  const cells = (dispersed: number): Amounts => ({
    "T04.households.mountain.concentrated": 40,
    "T04.households.mountain.dispersed": 9,
    "T04.households.geohazard.concentrated": 30,
    "T04.households.geohazard.dispersed": dispersed,
  });
  const told = (dispersed: number) =>
    publish(new Map([["T04", new Map([["500112001001", cells(dispersed)]])]]), MONTHS[0] ?? "").planOf(
      relocated,
      "households",
    );
  const plain = told(21);
  expect([mountain, hazard].map((source) => plain.value("500112", [source, -1]))).toEqual([49, 51]);
  expect(plain.value("500112", [-1, -1])).toBe(100);
  const small = told(2);
  expect(small.hidden("500112001001", [hazard, 1])).toBe(true);
  expect(small.hidden("500112001001", [-1, -1])).toBe(false);
});
