import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subsidyOf } from "../../../shared/rules/left-cadre.ts";
import { payOf } from "../../../shared/rules/pay.ts";

const rates = {
  pensionUnit: 2000,
  pensionPerson: 800,
  medicalUnit: 900,
  medicalPerson: 200,
  largeSumFen: 200,
  baseFloor: 6000,
  baseCap: null,
};

describe("pay of a month", () => {
  test("S9.16 C6 1,100 yuan where the average year is 24,000: base 1,200, 122 deducted, 978 paid, 348 by the unit", () => {
    expect(payOf(110_000, 2_400_000, true, rates)).toEqual({
      base: 120_000,
      pensionUnit: 24_000,
      pensionPerson: 9600,
      medicalUnit: 10_800,
      medicalPerson: 2600,
      deducted: 12_200,
      net: 97_800,
      unitCost: 34_800,
      direct: 0,
      paid: 97_800,
    });
  });

  test("S9.17 C6 who cannot be insured gets the unit's part with the pay: 1,448 yuan", () => {
    expect(payOf(110_000, 2_400_000, false, rates)).toMatchObject({ deducted: 0, direct: 34_800, paid: 144_800 });
  });

  test("S9.16 the base is never below the floor nor above a cap, and between them it is the pay", () => {
    const money = fc.nat(5_000_000);
    fc.assert(
      fc.property(money, money, (gross, average) => {
        const { base, deducted, net } = payOf(gross, average, true, { ...rates, baseCap: 30_000 });
        const month = average / 12;
        expect(base).toBeGreaterThanOrEqual(Math.floor(month * 0.6));
        expect(base).toBeLessThanOrEqual(Math.ceil(month * 3));
        if (gross > month * 0.6 + 1 && gross < month * 3 - 1) expect(base).toBe(gross);
        expect(net + deducted).toBe(gross);
      }),
    );
  });
});

describe("subsidies of left cadres", () => {
  const amounts = { lowerYears: 9, upperYears: 15, belowFen: null, lowerFen: 7000, upperFen: 10_000 };
  const cadre = { years: 9, office: "director", hasIncome: false, hasPension: false };
  const of = (change: object) => subsidyOf({ ...cadre, ...change }, amounts);

  test("S9.18 C7 nine years give 70 yuan a month, fifteen 100; below nine the document says it, which is not nothing", () => {
    expect([9, 14.99, 15].map((years) => of({ years }).amountFen)).toEqual([7000, 7000, 10_000]);
    expect(of({ years: 8.99 })).toEqual({ grade: "below", amountFen: null });
  });

  test("S9.18 C7 nothing for a mere member, nor with a fixed income or a pension", () => {
    const none = { grade: "none", amountFen: 0 };
    expect([of({ office: "member" }), of({ hasIncome: true }), of({ hasPension: true })]).toEqual([none, none, none]);
  });

  test("more years never give less", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 9, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (years, more) => {
          expect(of({ years: years + more }).amountFen ?? 0).toBeGreaterThanOrEqual(of({ years }).amountFen ?? 0);
        },
      ),
    );
  });
});
