import type { Value, Values } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import type { Existing } from "./list-index.ts";
import { dwellingFor, groupFor, householdFor, type PlaceContext } from "./places.ts";
import type { RowValues } from "./row-values.ts";
import { impliedRegister } from "./target.ts";

type Row = {
  readonly said: RowValues;
  readonly unchanged: ReadonlySet<string>;
  readonly existing: Existing | undefined;
  readonly id: string;
  readonly wanted: Values;
  readonly derived: Values;
};

/** The records a row implies, found or drafted: the value of each reference column that they stand behind. */
export async function impliedReferences(context: PlaceContext, register: Register, row: Row): Promise<Values> {
  const references: Record<string, Value> = {};
  for (const base of (register.implies ?? []).filter((path) => !path.includes("."))) {
    const parts = [...row.said.implied.keys()].filter((path) => path === base || path.startsWith(`${base}.`));
    const saysMore = parts.some((path) => path !== base || !row.unchanged.has(base));
    // What the file does not say, or says as we showed it, stays; only a new record needs what follows from the rest.
    if (row.existing && !saysMore) continue;
    const id = await referencedId(context, impliedRegister(register, base).name, base, row);
    if (id !== undefined) references[base] = id;
  }
  return references;
}

async function referencedId(
  context: PlaceContext,
  to: string,
  base: string,
  { existing, id, wanted, derived }: Row,
): Promise<string | undefined> {
  if (to === "households") {
    const household = existing?.values[base];
    return householdFor(context, base, {
      id,
      household: typeof household === "string" ? household : undefined,
      isHead: (wanted.relation ?? existing?.values.relation) === "02",
    });
  }
  if (to === "dwellings") return (await dwellingFor(context, base))?.id;
  if (to === "groups") return (await groupFor(context, base, derived.building))?.id;
  throw new Error(`No rule says how a row implies a record of ${to}`);
}
