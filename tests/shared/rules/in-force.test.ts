import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import { judged } from "../../../shared/rules/finding.ts";
import { type OwnValue, rulesOf } from "../../../shared/rules/in-force.ts";
import { presetValue } from "../../../shared/rules/preset-value.ts";
import { meets } from "../../../shared/rules/threshold.ts";
import { type Dated, PRESETS } from "../../../shared/schema/parameter.ts";
import { parameterFromText, parameterProblem, parameterText } from "../../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../../shared/schema/parameters.ts";

const DAY = "2026-06-01";
const decision = { text: "Minutes no. 7", day: "2026-02-01" };
const seed = { id: "s", at: 0, preset: "seed", from: "2000-01-01", decision } as const;

function own(parameter: string, value: OwnValue["value"], from: string, at = 1): OwnValue {
  return { id: `o${at}`, at, parameter, ...(value !== undefined && { value }), from, decision };
}

describe("which value holds", () => {
  test("a community starts with the law of 2026, each number from its first day", () => {
    const rules = rulesOf();
    expect(rules.at("elections.termYears", DAY)).toMatchObject({ value: 5, origin: "law2026", checked: false });
    expect(rules.at("elections.termYears", "2018-12-28")).toMatchObject({ value: 3, checked: true });
    expect(rules.at("elections.termYears", "2018-12-29")).toMatchObject({ value: 5, checked: true });
    expect(rules.at("bodies.householdsMax", "2025-12-31").value).toBe(700);
    expect(rules.at("bodies.householdsMax", "2026-01-01")).toMatchObject({ value: 3000, checked: true });
  });

  test("the source documents' numbers hold where a committee chose them, from the day it did", () => {
    const rules = rulesOf([], [{ ...seed, from: "2026-03-01" }]);
    expect(rules.at("elections.handoverDays", "2026-02-28")).toMatchObject({ value: 10, origin: "law2026" });
    expect(rules.at("elections.handoverDays", "2026-03-01")).toMatchObject({ value: 3, origin: "seed" });
  });

  test("a committee's own value holds from its first day, with its decision, until it is ended", () => {
    const rules = rulesOf([
      own("bodies.committeeOdd", true, "2026-03-01"),
      own("bodies.committeeOdd", undefined, "2026-05-01", 2),
    ]);
    expect(rules.at("bodies.committeeOdd", "2026-02-28")).toMatchObject({ value: false, origin: "law2026" });
    expect(rules.at("bodies.committeeOdd", "2026-04-30")).toMatchObject({ value: true, origin: "own", decision });
    expect(rules.at("bodies.committeeOdd", "2026-05-01")).toMatchObject({ value: false, origin: "law2026" });
  });

  test("of two own values with the same first day the one entered last holds, in whatever order they are read", () => {
    const two = [own("bodies.womenMin", 2, "2026-03-01", 1), own("bodies.womenMin", 3, "2026-03-01", 2)];
    for (const entries of [two, two.toReversed()]) expect(rulesOf(entries).at("bodies.womenMin", DAY).value).toBe(3);
  });

  test("whatever is entered, the value of a day is the preset's or that of an entry begun by then", () => {
    const entry = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }), fc.nat(1000));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.nat(60), (entries, later) => {
        const values = entries.map(([from, value, at]) => own("bodies.womenMin", value, addDays(DAY, from), at));
        const day = addDays(DAY, later);
        const begun = values.filter(({ from }) => from <= day);
        const found = rulesOf(values).at("bodies.womenMin", day);
        expect(found.origin).toBe(begun.length > 0 ? "own" : "law2026");
        if (begun.length > 0) {
          const last = begun
            .map(({ from }) => from)
            .sort()
            .at(-1);
          expect(begun.filter(({ from }) => from === last).map(({ value }) => value)).toContain(found.value);
        }
      }),
    );
  });
});

describe("numbers nobody has read in the law's own text", () => {
  const present = (x: number) => judged(rulesOf().threshold("meetings.quorum", DAY), (rule) => !meets(x, 55, rule));

  test("27 of 55 are blocked by what was read; 28 to 36 break only the unchecked two thirds and are warned; 37 hold", () => {
    expect([present(27), present(28), present(36), present(37)]).toEqual(["fails", "warns", "warns", undefined]);
  });

  test("none that says it was never looked up anywhere stops anything, in either set of rules", () => {
    for (const parameter of PARAMETERS.values()) {
      for (const preset of PRESETS) {
        const [first] = parameter.presets[preset];
        const shown = presetValue(parameter, preset, first?.from ?? DAY);
        if (!shown.checked)
          expect(
            judged(shown, () => true),
            parameter.name,
          ).toBe("warns");
      }
    }
  });

  test("a number that was never read anywhere only warns", () => {
    const rule = rulesOf().number("elections.voterListDays", DAY);
    expect(rule).toMatchObject({ value: 20, checked: false });
    expect(judged(rule, (days) => days !== null && 19 < days)).toBe("warns");
  });

  test("S8.18 a control whose number its text leaves open says it is the product's default and acts, until the committee decides its own", () => {
    const major = rulesOf().number("ledger.majorFen", DAY);
    expect(major).toMatchObject({ value: 500_000, checked: true, control: true, firm: { value: 500_000 } });
    expect(judged(major, (value) => (value ?? 0) <= 600_000)).toBe("fails");
    const decided = rulesOf([own("ledger.majorFen", 1_000_000, "2026-03-01")]).number("ledger.majorFen", DAY);
    expect(decided).toMatchObject({ value: 1_000_000, checked: true, origin: "own" });
    expect(decided.control).toBeUndefined();
    expect(judged(decided, (value) => (value ?? 0) <= 600_000)).toBeUndefined();
    expect(rulesOf().number("ledger.cashLimitFen", DAY).firm).toBeUndefined();
  });

  test("an own value that an unread limit bounds is unchecked, one that the law's read limit bounds is not", () => {
    const rules = rulesOf([own("elections.termYears", 5, "2026-03-01"), own("bodies.committeeMin", 7, "2026-03-01")]);
    expect(rules.at("elections.termYears", DAY).checked).toBe(false);
    expect(rules.at("bodies.committeeMin", DAY).checked).toBe(true);
  });
});

describe("the list of holidays", () => {
  test("a year has its own list, and a year without one has none", () => {
    const rules = rulesOf();
    expect(rules.holidays(2026)?.value.off).toContain("2026-10-07");
    expect(rules.holidays(2026)?.value.off).not.toContain("2026-10-08");
    expect(rules.holidays(2027)).toBeUndefined();
  });

  test("a committee enters next year's list without losing this year's", () => {
    const list = { year: 2027, off: ["2027-01-01"], work: [] };
    const rules = rulesOf([own("calendar.holidays", list, "2026-11-10")]);
    expect(rules.holidays(2026)?.origin).not.toBe("own");
    expect(rules.holidays(2027)).toMatchObject({ value: list, origin: "own" });
  });
});

describe("every parameter", () => {
  test.each([...PARAMETERS.values()].map((parameter) => [parameter.name, parameter] as const))(
    "%s has words in both languages, a source for each value, keeps its values as text, and holds within its own limits",
    (_, parameter) => {
      expect(parameter.label.zh && parameter.label.en).toBeTruthy();
      const presets = PRESETS.flatMap((preset): readonly Dated[] => parameter.presets[preset]);
      for (const { value, source } of presets) {
        expect(source.zh && source.en).toBeTruthy();
        expect(parameterFromText(parameter, parameterText(value))).toEqual(value);
      }
      const { value } = rulesOf().at(parameter.name, DAY);
      expect(parameterProblem(parameter, value)).toBeUndefined();
    },
  );
});
