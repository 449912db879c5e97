import type { Field } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import { showValue } from "../schema/value.ts";
import type { Existing, ListIndex } from "./list-index.ts";
import type { OwnCell } from "./row-values.ts";

const LANGUAGES = ["zh", "en"] as const;

/** Columns in which a row says exactly what we show of the record: a mask, a title, a word in either language. */
export function shownSame(
  register: Register,
  own: ReadonlyMap<string, OwnCell>,
  existing: Existing,
  index: ListIndex,
): Set<string> {
  const same = new Set<string>();
  for (const [key, { text }] of own) {
    const field = register.fields[key];
    if (field && shows(field, key, text, existing, index)) same.add(key);
  }
  return same;
}

function shows(field: Field, key: string, text: string, existing: Existing, index: ListIndex): boolean {
  if (field.sealed) return existing.masks[key] === text;
  const value = existing.values[key];
  if (value === undefined || value === null) return false;
  return LANGUAGES.some((language) => {
    const shown = showValue(value, field, { language, titleOf: (to, id) => index.titleOf(to, id, language) });
    return shown.trim() === text;
  });
}
