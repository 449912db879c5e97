import { defineCodes } from "../schema/codes.ts";
import { DUTIES } from "../schema/duties.ts";

/** Recurring duties by their number (定期职责). */
export const dutyCode = defineCodes(
  "duty",
  Object.fromEntries([...DUTIES.values()].map(({ name, label }) => [name, label])),
);
