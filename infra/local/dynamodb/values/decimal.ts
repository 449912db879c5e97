import { validation } from "../errors.ts";

/** A DynamoDB number: exact, up to 38 significant digits; `digits` × 10^`exponent`, no trailing zeros. */
type Decimal = { digits: bigint; exponent: number };

const SIGNIFICANT = 38;
const SHORT_INTEGER = /^(0|-?[1-9]\d{0,14})$/;
const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,6}))?$/;

/** The one way to write a number, so that equal numbers are equal strings. */
export function normalNumber(text: string): string {
  return SHORT_INTEGER.test(text) ? text : write(parse(text));
}

/** Both must be normal already. */
export function compareNumbers(a: string, b: string): number {
  if (SHORT_INTEGER.test(a) && SHORT_INTEGER.test(b)) return Number(a) - Number(b);
  const [left, right] = aligned(parse(a), parse(b));
  return left < right ? -1 : left > right ? 1 : 0;
}

export function addNumbers(a: string, b: string): string {
  const left = parse(a);
  const right = parse(b);
  const [x, y] = aligned(left, right);
  return write(checked({ digits: x + y, exponent: Math.min(left.exponent, right.exponent) }));
}

export const subtractNumbers = (a: string, b: string): string =>
  addNumbers(a, b.startsWith("-") ? b.slice(1) : `-${b}`);

/** What a number weighs in an item: a byte for every two digits, one more, and one for a minus sign. */
export function numberBytes(normal: string): number {
  if (normal === "0") return 1;
  const negative = normal.startsWith("-");
  const { digits, exponent } = parse(normal);
  const length = String(digits).length - (negative ? 1 : 0);
  // Digits are stored in pairs counted from the decimal point, so an odd exponent can cost half a pair on each side.
  const odd = Math.abs(exponent) % 2;
  return Math.ceil((length + odd) / 2) + 1 + (negative ? 1 : 0);
}

function parse(text: string): Decimal {
  const match = NUMBER.exec(text);
  if (!match) throw validation(`The parameter cannot be converted to a numeric value: ${text}`);
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction);
  return checked({ digits: sign === "-" ? -digits : digits, exponent: Number(exponent) - fraction.length });
}

function checked(value: Decimal): Decimal {
  if (value.digits === 0n) return { digits: 0n, exponent: 0 };
  const negative = value.digits < 0n;
  const all = String(negative ? -value.digits : value.digits);
  const significant = all.replace(/0+$/, "");
  const exponent = value.exponent + all.length - significant.length;
  if (significant.length > SIGNIFICANT) {
    throw validation("Attempting to store more than 38 significant digits in a Number");
  }
  const magnitude = significant.length + exponent;
  if (magnitude > 126) {
    throw validation("Number overflow. Attempting to store a number with magnitude larger than supported range");
  }
  if (magnitude < -129) {
    throw validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");
  }
  const digits = BigInt(significant);
  return { digits: negative ? -digits : digits, exponent };
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint] {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.digits * 10n ** BigInt(a.exponent - exponent), b.digits * 10n ** BigInt(b.exponent - exponent)];
}

function write({ digits, exponent }: Decimal): string {
  const negative = digits < 0n;
  const plain = String(negative ? -digits : digits);
  const sign = negative ? "-" : "";
  if (exponent >= 0) return sign + plain + "0".repeat(exponent);
  const point = plain.length + exponent;
  if (point > 0) return `${sign}${plain.slice(0, point)}.${plain.slice(point)}`;
  return `${sign}0.${"0".repeat(-point)}${plain}`;
}
