import { fromFifteenDigits, identityProblem } from "../../../shared/rules/identity-number.ts";

/** Everybody born until then may have a number in the tests. */
const LAST_DAY = "2099-12-31";
/** Of the first generation, only of whom may still be alive: codes of places run together look like those of 1900. */
const OLD_BIRTH = 1920;
const LIKE_ONE = /(?<!\d)(?:[1-8]\d{16}[\dXx]|(?<![A-Za-z_-])[1-8]\d{14}(?![A-Za-z_-]))(?!\d)/g;

/** Every identity number (公民身份号码) that stands in a text and holds: of 18 characters, or of the old 15. */
export function numbersIn(text: string): string[] {
  return (text.match(LIKE_ONE) ?? []).filter(isNumber);
}

function isNumber(found: string): boolean {
  const number = found.length === 18 ? found.toUpperCase() : (fromFifteenDigits(found) ?? "");
  return (
    identityProblem(number, LAST_DAY) === undefined &&
    (found.length === 18 || Number(found.slice(6, 8)) >= OLD_BIRTH % 100)
  );
}

/** A number as a message may name it. */
export const hinted = (number: string): string => `${number.slice(0, 2)}…${number.slice(-2)}`;

/** Where in a text the numbers stand: the path of each if the text is JSON, else what it is called. */
export function placesIn(text: string): string[] {
  if (numbersIn(text).length === 0) return [];
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return numbersIn(text).map(hinted);
  const places = walked(value, "$");
  return places.length > 0 ? places : numbersIn(text).map(hinted);
}

function walked(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null)
    return numbersIn(String(value)).map((one) => `${path} ${hinted(one)}`);
  return Object.entries(value).flatMap(([key, one]) => {
    const inKey = numbersIn(key).map((number) => `${path} key ${hinted(number)}`);
    return [...inKey, ...walked(one, `${path}.${numbersIn(key).length > 0 ? "…" : key}`)];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
