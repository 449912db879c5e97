import { isDay } from "./calendar.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);

/** What a number that does not hold has wrong (C9); undefined when it holds. */
export type IdentityProblem =
  | "identity-length"
  | "identity-province"
  | "identity-date"
  | "identity-future"
  | "identity-check";

/** The check character (校验码) that completes a seventeen-digit body: GB 11643-1999. */
export function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** A number as it is kept: half-width, without spaces and hyphens, X in upper case. */
export function normalizeIdentityNumber(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff38\uff58]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u200b\ufeff'-]/g, "")
    .toUpperCase();
}

/**
 * Checks a citizen's identity number (公民身份号码, GB 11643-1999) of 18 characters, already normalized.
 * An unknown county is not reported: codes are abolished while people keep their numbers.
 * @param today the last day somebody can have been born on
 */
export function identityProblem(number: string, today: string): IdentityProblem | undefined {
  if (!/^\d{17}[\dX]$/.test(number)) return "identity-length";
  if (!PROVINCES.has(number.slice(0, 2))) return "identity-province";
  const birth = birthOf(number);
  if (!isDay(birth) || birth < "1900-01-01") return "identity-date";
  if (checkCharacter(number.slice(0, 17)) !== number[17]) return "identity-check";
  if (birth > today) return "identity-future";
  return undefined;
}

/** The birth date inside an 18-character number. */
export function birthOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** The sex inside an 18-character number as GB/T 2261.1 has it: 1 man, 2 woman. */
export function sexOf(number: string): "1" | "2" {
  return Number(number[16]) % 2 === 1 ? "1" : "2";
}

/** The 18-character number that a 15-digit one of the first generation became; undefined if it is none. */
export function fromFifteenDigits(number: string): string | undefined {
  if (!/^\d{15}$/.test(number)) return undefined;
  const body = `${number.slice(0, 6)}19${number.slice(6)}`;
  return body + checkCharacter(body);
}

/** What everybody sees of a number: the first three and last four characters. */
export function maskIdentityNumber(number: string): string {
  return `${number.slice(0, 3)}${"*".repeat(Math.max(0, number.length - 7))}${number.slice(-4)}`;
}
