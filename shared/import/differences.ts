import { canonicalJson } from "../rules/canonical-json.ts";
import type { Value, Values } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import type { Existing, ListIndex } from "./list-index.ts";

/** The given columns that a record does not hold already. A column the file leaves empty says nothing. */
export async function differences(
  register: Register,
  existing: Existing,
  given: Values,
  index: ListIndex,
): Promise<Record<string, Value>> {
  const different: Record<string, Value> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === null) continue;
    const isSame = register.fields[key]?.sealed
      ? await index.holds(register.name, existing, key, value)
      : canonicalJson(existing.values[key] ?? null) === canonicalJson(value);
    if (!isSame) different[key] = value;
  }
  return different;
}
