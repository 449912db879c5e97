import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import type { Existing, ListIndex } from "./list-index.ts";
import { fills } from "./row-keys.ts";

export type Found = { readonly existing?: Existing; readonly problem?: FieldProblem };

/**
 * The record a row means: by its id from an export, else by the first columns of the list's definition that it fills.
 * A record found by less sure columns must not contradict the surer ones.
 */
export async function findExisting(
  register: Register,
  recordId: string | undefined,
  values: Values,
  index: ListIndex,
): Promise<Found> {
  if (recordId !== undefined) {
    const existing = await index.get(register.name, recordId);
    return existing ? { existing } : { problem: { path: "id", code: "unknown-reference" } };
  }
  const surer: string[] = [];
  for (const set of register.match ?? []) {
    if (!fills(register, set, values)) continue;
    const existing = await index.find(register.name, set, values);
    const contradicts = existing && surer.some((key) => existing.masks[key] ?? existing.values[key]);
    if (existing && !contradicts) {
      if (!(await index.isAmbiguous(register.name, set, values))) return { existing };
      return { problem: { path: set[0] ?? "", code: "several-match" } };
    }
    surer.push(...set);
  }
  return {};
}
