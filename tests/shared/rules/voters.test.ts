import fc from "fast-check";
import { expect, it } from "vitest";
import { doubtsOf, isVoter, type Row, voterFindings } from "../../../shared/rules/voters.ts";

const votingDay = { day: "2026-12-26", age: 18 };
const NAMES = ["张一", "李二", "王三"];
const BIRTHS = ["1950-01-01", "2008-12-26", "2008-12-27", "2015-05-05"];

const resident = fc.record({
  name: fc.constantFrom(...NAMES),
  birth: fc.constantFrom(...BIRTHS),
  live: fc.constantFrom("here", "away", "moved", "dead"),
  voting: fc.constantFrom("normal", "deprived", "unable", null),
});
const people = fc
  .array(resident, { maxLength: 12 })
  .map((rows) => rows.map((values, at): Row => ({ id: `r${at}`, values })));
const entry = fc.record({
  resident: fc.option(
    fc.nat(11).map((at) => `r${at}`),
    { nil: undefined },
  ),
  name: fc.constantFrom(...NAMES),
  birth: fc.option(fc.constantFrom(...BIRTHS), { nil: undefined }),
  excluded: fc.constantFrom(null, null, "elsewhere"),
});
const list = fc.array(entry, { maxLength: 12 }).map((rows) =>
  rows.map(
    ({ resident: id, birth, ...values }, at): Row => ({
      id: `v${at}`,
      values: { ...values, ...(id && { resident: id }), ...(birth && { birth }) },
    }),
  ),
);

it("an entry for every voter leaves nobody missed and nobody wrong, and one left out is the one that is missed", () => {
  fc.assert(
    fc.property(people, fc.nat(), (residents, pick) => {
      const voters = residents.filter(({ values }) => isVoter(values, votingDay));
      const entries = voters.map(
        ({ id, values: { name = null, birth = null } }): Row => ({
          id: `v${id}`,
          values: { resident: id, name, birth },
        }),
      );
      const whole = voterFindings(entries, residents, votingDay);
      expect([whole.missed, whole.wrong, whole.barred]).toEqual([[], [], []]);
      const out = entries[pick % Math.max(1, entries.length)];
      const without = voterFindings(
        entries.filter((one) => one !== out),
        residents,
        votingDay,
      );
      expect(without.missed.map(({ id }) => `v${id}`)).toEqual(out ? [out.id] : []);
    }),
  );
});

it("of people who look the same all but one must be signed off; nobody else is called double", () => {
  fc.assert(
    fc.property(list, people, (entries, residents) => {
      const { double } = voterFindings(entries, residents, votingDay);
      const same = (a: Row, b: Row) => a.values.name === b.values.name && a.values.birth === b.values.birth;
      const open = entries.filter(({ values }) => values.excluded === null);
      for (const row of open) {
        const twins = open.filter((other) => other !== row && same(row, other));
        expect(double.includes(row)).toBe(twins.length > 0);
      }
      const [first, ...rest] = double.filter((row) => double[0] && same(row, double[0]));
      const signed = entries.map((row) =>
        rest.includes(row) ? { ...row, values: { ...row.values, settled: ["double"] } } : row,
      );
      const left = voterFindings(signed, residents, votingDay).double;
      expect(first === undefined || !left.some((row) => same(row, first))).toBe(true);
    }),
  );
});

it("what is signed off is wrong no more, until something else turns up", () => {
  fc.assert(
    fc.property(list, people, (entries, residents) => {
      const signed = entries.map(
        (row): Row => ({
          ...row,
          values: { ...row.values, settled: [...doubtsOf(row, entries, residents, votingDay)] },
        }),
      );
      const { wrong, double } = voterFindings(signed, residents, votingDay);
      expect([wrong, double]).toEqual([[], []]);
      const died = residents.map((row) => ({ ...row, values: { ...row.values, live: "dead" } }));
      const after = voterFindings(signed, died, votingDay).wrong;
      const known = new Map(residents.map((row) => [row.id, row]));
      for (const { values, id } of signed) {
        const person = known.get(String(values.resident));
        const isNews = person && person.values.live !== "dead" && values.excluded === null;
        expect(after.some(({ row, doubts }) => row.id === id && doubts.includes("dead"))).toBe(isNews === true);
      }
    }),
  );
});

it("somebody is of age on the eighteenth birthday, and the day before is not", () => {
  const on = (birth: string) => isVoter({ birth, live: "here", name: "a" }, votingDay);
  expect([on("2008-12-26"), on("2008-12-27")]).toEqual([true, false]);
});
