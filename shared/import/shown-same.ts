import type { Field } from "../schema/field.ts";
import { referencedIds } from "../schema/kinds/reference.ts";
import type { Register } from "../schema/register.ts";
import { showValue } from "../schema/value.ts";
import type { Existing, ListIndex } from "./list-index.ts";
import type { OwnCell } from "./row-values.ts";

const LANGUAGES = ["zh", "en"] as const;

/** Columns in which a row says exactly what we show of the record: a mask, a title, a word in either language. */
export async function shownSame(
  register: Register,
  own: ReadonlyMap<string, OwnCell>,
  existing: Existing,
  index: ListIndex,
): Promise<Set<string>> {
  const same = new Set<string>();
  for (const [key, { text }] of own) {
    const field = register.fields[key];
    if (field && (await shows(field, key, text, existing, index))) same.add(key);
  }
  return same;
}

async function shows(field: Field, key: string, text: string, existing: Existing, index: ListIndex): Promise<boolean> {
  if (field.sealed) return existing.masks[key] === text;
  const value = existing.values[key];
  if (value === undefined || value === null) return false;
  const ids = field.kind === "reference" || field.kind === "references" ? referencedIds(value) : [];
  for (const language of LANGUAGES) {
    const titles = new Map<string, string | undefined>();
    for (const id of ids) titles.set(id, "to" in field ? await index.titleOf(field.to, id, language) : undefined);
    if (showValue(value, field, { language, titleOf: (_, id) => titles.get(id) }).trim() === text) return true;
  }
  return false;
}
