import { codeFromText, codeLabel } from "../codes.ts";
import type { Checked, FieldOf, Kind } from "../kind.ts";

const YES = new Set(["是", "有", "√", "✓", "对", "y", "yes", "true", "1"]);
const NO = new Set(["否", "无", "没有", "×", "x", "n", "no", "false", "0"]);

/** Yes or no (是否). */
export const boolean: Kind<FieldOf<"boolean">> = {
  check: (value) => (typeof value === "boolean" ? { value } : { problem: "not-yes-no" }),
  read: (written) => {
    const text = written.trim().toLowerCase();
    if (YES.has(text)) return { value: true };
    return NO.has(text) ? { value: false } : { problem: "not-yes-no" };
  },
  show: (value, _field, { language }) => (language === "zh" ? (value ? "是" : "否") : value ? "Yes" : "No"),
};

/** One code of a list (单选). */
export const code: Kind<FieldOf<"code">> = {
  check: (value, field) =>
    typeof value === "string" && Object.hasOwn(field.codes.codes, value) ? { value } : { problem: "not-in-list" },
  read: (written, field) => {
    const found = codeFromText(field.codes, written);
    return found === undefined ? { problem: "not-in-list" } : { value: found };
  },
  show: (value, field, { language }) => codeLabel(field.codes, String(value), language),
};

/** Several codes of a list (多选), without repetition, in the list's order. */
export const codes: Kind<FieldOf<"codes">> = {
  check: (value, field) => {
    if (!Array.isArray(value)) return { problem: "not-in-list" };
    return several(value, field);
  },
  read: (written, field) =>
    several(
      written
        .split(/[,，、;；\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map((part) => codeFromText(field.codes, part)),
      field,
    ),
  show: (value, field, { language }) =>
    (value as readonly string[]).map((one) => codeLabel(field.codes, one, language)).join("、"),
};

function several(chosen: readonly unknown[], field: FieldOf<"codes">): Checked {
  const known = Object.keys(field.codes.codes);
  if (chosen.some((one) => typeof one !== "string" || !known.includes(one))) return { problem: "not-in-list" };
  const value = known.filter((one) => chosen.includes(one));
  return { value: value.length > 0 ? value : null };
}
