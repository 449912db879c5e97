import { cleanPersonName, cleanText, textProblem } from "../../rules/clean-text.ts";
import { isCreditCode } from "../../rules/credit-code.ts";
import { isDivisionCode } from "../../rules/division-code.ts";
import { phoneFromText } from "../../rules/phone.ts";
import { halfWidth } from "../../rules/written-date.ts";
import type { Checked, FieldOf, Kind } from "../kind.ts";

const TEXT_MAX = 200;
const LONG_TEXT_MAX = 4000;

/** One line of text (文本). */
export const text: Kind<FieldOf<"text">> = {
  check: (value, field) => checkText(value, field.max ?? TEXT_MAX, false, field.pattern),
  read: (written, field) => checkText(written.replace(/[\r\n\t]+/g, " "), field.max ?? TEXT_MAX, false, field.pattern),
  show: String,
};

/** Text of several lines (长文本). */
export const longText: Kind<FieldOf<"longText">> = {
  check: (value, field) => checkText(value, field.max ?? LONG_TEXT_MAX, true),
  read: (written, field) => checkText(written, field.max ?? LONG_TEXT_MAX, true),
  show: String,
};

/** A telephone number (电话): mobile, landline or 400. */
export const phone: Kind<FieldOf<"phone">> = {
  check: checkPhone,
  read: checkPhone,
  show: String,
};

/** A division's 12-digit statistical code (区划代码). */
export const divisionCode: Kind<FieldOf<"divisionCode">> = {
  check: checkDivision,
  read: (written) => checkDivision(halfWidth(written).trim()),
  show: String,
};

function checkText(value: unknown, max: number, multiline: boolean, pattern?: FieldOf<"text">["pattern"]): Checked {
  if (typeof value !== "string") return { problem: "not-text" };
  const wrong = textProblem(value.replace(/\r\n?/g, "\n"), multiline);
  if (wrong) return { problem: wrong };
  const clean = pattern === "person-name" ? cleanPersonName(value) : cleanText(value);
  if ([...clean].length > max) return { problem: "too-long", params: { max } };
  if (pattern === "credit-code" && !isCreditCode(clean)) return { problem: "credit-code" };
  return { value: clean === "" ? null : clean };
}

function checkPhone(value: unknown): Checked {
  if (typeof value !== "string") return { problem: "not-text" };
  const number = phoneFromText(value);
  return number ? { value: number } : { problem: "not-a-phone" };
}

function checkDivision(value: unknown): Checked {
  if (typeof value !== "string") return { problem: "not-text" };
  return isDivisionCode(value) ? { value } : { problem: "not-a-division-code" };
}
