import type { FieldProblem } from "../contract/refusal.ts";
import { type Cell, cellText } from "../files/cell.ts";
import { fromFifteenDigits, normalizeIdentityNumber } from "../rules/identity-number.ts";
import { halfWidth } from "../rules/written-date.ts";
import type { Field, Value } from "../schema/field.ts";
import type { Reading } from "../schema/kind.ts";
import { readValue } from "../schema/value.ts";
import { problemAt } from "../schema/values.ts";
import { numberInWords } from "./address.ts";

/** What a cell of a file turned out to be. */
export type ReadCell =
  | { readonly value: Value; readonly note?: FieldProblem }
  | { readonly problem: FieldProblem }
  /** A date of which the file says only the beginning: year and month, or the year. */
  | { readonly beginnings: readonly string[] }
  /** Stars in place of characters: what we sent out, and never what somebody has. */
  | { readonly masked: string };

/** Reads one filled cell as the column wants it. */
export function readCell(cell: Cell, path: string, field: Field, reading: Reading): ReadCell {
  const text = cellText(cell);
  if (field.sealed && text.includes("**")) return { masked: text.trim() };
  if (field.kind === "identityNumber") return readIdentity(cell, path, field, reading);
  if (field.kind === "boolean" && typeof cell === "boolean") return { value: cell };
  const read = readValue(text, field, reading);
  if (read.problem === undefined) return { value: read.value };
  if (field.kind === "date") {
    const beginnings = beginningsOf(text, typeof cell === "number");
    if (beginnings.length > 0) return { beginnings };
  }
  const inWords = field.kind === "integer" ? numberInWords(text) : undefined;
  const again = inWords === undefined ? read : readValue(String(inWords), field, reading);
  return again.problem === undefined ? { value: again.value } : { problem: problemAt(path, read) };
}

/** Office software keeps 15 digits of a number and makes the rest zeros: such a number is not what the paper says. */
function readIdentity(cell: Cell, path: string, field: Field, reading: Reading): ReadCell {
  const text = cellText(cell);
  const isLost = typeof cell === "number" ? cell >= 1e15 : /^\s*\d(\.\d+)?e\+?\d+\s*$/i.test(text);
  if (isLost) return { problem: { path, code: "identity-as-number" } };
  const number = normalizeIdentityNumber(text);
  const converted = fromFifteenDigits(number);
  const read = readValue(converted ?? number, field, reading);
  if (read.problem !== undefined) return { problem: problemAt(path, read) };
  return { value: read.value, ...(converted !== undefined && { note: { path, code: "identity-converted" } }) };
}

/** `1956.3`, `1956年3月`, `1956-03`, `1956年`; a number 1956.1 may have been meant as October. */
function beginningsOf(text: string, isNumber: boolean): readonly string[] {
  const plain = halfWidth(text).trim();
  const month = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(plain);
  if (month) {
    const [, year = "", number = ""] = month;
    const months = isNumber && number === "1" ? ["01", "10"] : [number.padStart(2, "0")];
    return months.filter((one) => one >= "01" && one <= "12").map((one) => `${year}-${one}`);
  }
  const packed = /^(\d{4})(0[1-9]|1[0-2])$/.exec(plain);
  if (packed) return [`${packed[1]}-${packed[2]}`];
  const year = /^((?:19|20)\d{2})\s*年?$/.exec(plain);
  return year ? [`${year[1]}-`] : [];
}
