import { halfWidth } from "../../rules/written-date.ts";
import type { Checked, FieldOf, Kind } from "../kind.ts";

/** A whole number (整数). */
export const integer: Kind<FieldOf<"integer">> = {
  check: (value, field) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value)) return { problem: "not-integer" };
    return within(value, field);
  },
  read: (written, field) => {
    const number = numberFromText(written);
    if (number === undefined || !Number.isSafeInteger(number)) return { problem: "not-integer" };
    return within(number, field);
  },
  show: String,
};

/** A number with decimals (小数). */
export const decimal: Kind<FieldOf<"decimal">> = {
  check: (value, field) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return { problem: "not-a-number" };
    const places = field.places ?? 2;
    if (Math.abs(Number(value.toFixed(places)) - value) > 1e-9) {
      return { problem: "too-many-decimals", params: { places } };
    }
    return within(value, field);
  },
  read: (written, field, reading) => decimal.check(numberFromText(written), field, reading),
  show: String,
};

/** An amount of money (金额), kept as integer fen and written in yuan. */
export const money: Kind<FieldOf<"money">> = {
  check: (value, field) => {
    if (typeof value !== "number" || !Number.isSafeInteger(value)) return { problem: "not-money" };
    return within(value, field);
  },
  read: (written, field) => {
    const parts = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?元?$/.exec(plainNumber(written).replace(/^[¥￥]/, ""));
    if (!parts) return { problem: "not-money" };
    const fen = Number(parts[2]) * 100 + Number((parts[3] ?? "").padEnd(2, "0"));
    return within(parts[1] ? -fen : fen, field);
  },
  show: (value) => {
    const fen = Math.abs(Number(value));
    return `${Number(value) < 0 ? "-" : ""}${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
  },
};

function within(value: number, { min, max }: { min?: number; max?: number }): Checked {
  if (min !== undefined && value < min) return { problem: "too-small", params: { min } };
  if (max !== undefined && value > max) return { problem: "too-large", params: { max } };
  return { value: value === 0 ? 0 : value };
}

function plainNumber(written: string): string {
  return halfWidth(written).replace(/[\s,，]/g, "");
}

function numberFromText(written: string): number | undefined {
  const plain = plainNumber(written);
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
