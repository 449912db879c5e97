import type { Values } from "../schema/field.ts";
import type { Language } from "../schema/label.ts";
import type { Register } from "../schema/register.ts";
import { showValue } from "../schema/value.ts";

/** The words by which a file shows a record of another list: its title, codes as words of one language. */
export function shownTitle(register: Register, values: Values, language: Language): string {
  return register.title
    .map((key) => {
      const field = register.fields[key];
      const value = values[key];
      // A title that is itself a reference would need a third list; its id says at least which one it is.
      return field && value !== undefined ? showValue(value, field, { language }) : "";
    })
    .filter((text) => text !== "")
    .join(" ");
}
