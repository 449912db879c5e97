import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addNumbers,
  compareNumbers,
  normalNumber,
  numberBytes,
  subtractNumbers,
} from "../../../infra/local/dynamodb/values/decimal.ts";

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const decimal = fc
  .tuple(fc.constantFrom("", "-"), digits(15), fc.option(digits(15), { nil: undefined }))
  .map(([sign, whole, fraction]) => sign + whole + (fraction === undefined ? "" : `.${fraction}`));

/** The same number as a whole count of 10^-15. */
const scaled = (text: string): bigint => {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(15, "0"));
  return negative ? -value : value;
};

test("a number keeps its value, whatever way it was written", () => {
  fc.assert(fc.property(decimal, (text) => scaled(normalNumber(text)) === scaled(text)));
});

test("equal numbers are written alike, with no zero too many", () => {
  fc.assert(
    fc.property(decimal, (text) => {
      const normal = normalNumber(text);
      expect(normalNumber(`${normal}${normal.includes(".") ? "" : "."}000`)).toBe(normal);
      expect(normal).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/);
    }),
  );
});

test("sums, differences and order are exact", () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const [x, y] = [normalNumber(a), normalNumber(b)];
      expect(scaled(addNumbers(x, y))).toBe(scaled(a) + scaled(b));
      expect(scaled(subtractNumbers(x, y))).toBe(scaled(a) - scaled(b));
      const wanted = scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0;
      expect(Math.sign(compareNumbers(x, y))).toBe(wanted);
    }),
  );
});

test("thirty-eight digits are kept to the last, a thirty-ninth is refused", () => {
  const longest = "12345678901234567890123456789012345678";
  expect(normalNumber(longest)).toBe(longest);
  expect(addNumbers(longest, "1")).toBe("12345678901234567890123456789012345679");
  expect(() => normalNumber(`${longest}9`)).toThrow(/38 significant digits/);
  expect(() => addNumbers(`1${"0".repeat(38)}`, "1")).toThrow(/38 significant digits/);
});

test.each([
  ["1e3", "1000"],
  ["1.50E-3", "0.0015"],
  ["-0", "0"],
  ["-0.0", "0"],
  ["007", "7"],
  ["+5", "5"],
  ["9.9e125", `99${"0".repeat(124)}`],
  ["1e-130", `0.${"0".repeat(129)}1`],
])("%s is written as a plain decimal", (given, written) => {
  expect(normalNumber(given)).toBe(written);
});

test.each(["", " ", "1.", ".5", "1e", "0x1", "NaN", "Infinity", "1,5", "1 2", "--1"])("“%s” is no number", (given) => {
  expect(() => normalNumber(given)).toThrow(/cannot be converted to a numeric value/);
});

test("a number beyond the range is refused on both sides", () => {
  expect(() => normalNumber("1e126")).toThrow(/overflow/);
  expect(() => normalNumber("1e-131")).toThrow(/underflow/);
});

test("a number weighs a byte for two digits, and at most 21", () => {
  expect(numberBytes("0")).toBe(1);
  expect(numberBytes("7")).toBe(2);
  expect(numberBytes("-12")).toBe(3);
  expect(numberBytes("12345678901234567890123456789012345678")).toBe(20);
});
