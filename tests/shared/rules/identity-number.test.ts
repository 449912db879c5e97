import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  birthOf,
  checkCharacter,
  fromFifteenDigits,
  identityProblem,
  maskIdentityNumber,
  normalizeIdentityNumber,
  sexOf,
} from "../../../shared/rules/identity-number.ts";

const TODAY = "2026-06-01";
const day = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2026-05-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const identityNumber = fc
  .tuple(fc.constantFrom("110105", "500100", "440524", "830000"), day, fc.integer({ min: 0, max: 999 }))
  .map(([division, birth, sequence]) => division + birth.replace(/-/g, "") + String(sequence).padStart(3, "0"))
  .map((body) => body + checkCharacter(body));

describe("C9 identity numbers", () => {
  test("C9 the numbers worked out by hand hold", () => {
    expect(identityProblem("11010519491231002X", TODAY)).toBeUndefined();
    expect(sexOf("11010519491231002X")).toBe("2");
    expect(birthOf("11010519491231002X")).toBe("1949-12-31");
    expect(identityProblem("500100199001010011", TODAY)).toBeUndefined();
    expect(fromFifteenDigits("130503670401001")).toBe("130503196704010016");
  });

  test("C9 a number before 1900, in the future, of no province or of no day is refused with its reason", () => {
    expect(identityProblem("440524188001010014", TODAY)).toBe("identity-date");
    expect(identityProblem(completed("50010020300101001"), TODAY)).toBe("identity-future");
    expect(identityProblem(completed("99010119900101001"), TODAY)).toBe("identity-province");
    expect(identityProblem(completed("50010019900230001"), TODAY)).toBe("identity-date");
    expect(identityProblem("5001001990", TODAY)).toBe("identity-length");
  });

  test("every number that was made to hold holds, however it is written", () => {
    fc.assert(
      fc.property(identityNumber, (number) => {
        const full = [...number].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join("");
        expect(identityProblem(normalizeIdentityNumber(` ${full} `), TODAY)).toBeUndefined();
        expect(identityProblem(normalizeIdentityNumber(number.toLowerCase()), TODAY)).toBeUndefined();
      }),
    );
  });

  test("one wrong digit is always noticed", () => {
    fc.assert(
      fc.property(identityNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const wrong = String((Number(number[at]) + shift) % 10);
        return identityProblem(number.slice(0, at) + wrong + number.slice(at + 1), TODAY) !== undefined;
      }),
    );
  });

  test("two neighbours swapped are always noticed", () => {
    fc.assert(
      fc.property(identityNumber, fc.nat(15), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        return identityProblem(swapped, TODAY) !== undefined;
      }),
    );
  });

  test("a mask shows three and four characters and hides the birth date", () => {
    fc.assert(
      fc.property(identityNumber, (number) => {
        const mask = maskIdentityNumber(number);
        expect(mask).toHaveLength(18);
        expect(mask.slice(3, 14)).toBe("***********");
      }),
    );
  });
});

const completed = (body: string) => body + checkCharacter(body);
