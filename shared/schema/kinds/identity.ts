import { identityProblem, normalizeIdentityNumber } from "../../rules/identity-number.ts";
import type { Checked, FieldOf, Kind, Reading } from "../kind.ts";

/** A citizen's identity number (公民身份号码). Fifteen digits are accepted from files alone, and converted there. */
export const identityNumber: Kind<FieldOf<"identityNumber">> = {
  check: (value, _field, reading) => (typeof value === "string" ? checked(value, reading) : { problem: "not-text" }),
  read: (written, _field, reading) => checked(written, reading),
  show: String,
};

function checked(text: string, reading: Reading): Checked {
  const number = normalizeIdentityNumber(text);
  const problem = identityProblem(number, reading.today);
  return problem ? { problem } : { value: number };
}
