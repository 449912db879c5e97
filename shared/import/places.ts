import type { FieldProblem } from "../contract/refusal.ts";
import type { Value, Values } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import { registerNamed } from "../schema/registers.ts";
import { completeValues, withoutNulls } from "../schema/values.ts";
import { differences } from "./differences.ts";
import type { Draft } from "./draft.ts";
import type { Existing, ListIndex } from "./list-index.ts";

/** What rows so far have said about places, so that the rows that follow agree with them. */
export type PlaceMemory = {
  /** The household that the file is listing in a dwelling. */
  readonly householdIn: Map<string, string>;
  /** Heads named by the file, and rows that said where a household lives. */
  readonly headOf: Map<string, string>;
  readonly dwellingOf: Map<string, { readonly dwelling: string; readonly row: number }>;
};

export const openPlaceMemory = (): PlaceMemory => ({
  householdIn: new Map(),
  headOf: new Map(),
  dwellingOf: new Map(),
});

/** One row's look at groups, dwellings and households: what the file says of each, by reference path. */
export type PlaceContext = {
  readonly row: number;
  readonly today: string;
  readonly index: ListIndex;
  readonly draft: Draft;
  readonly memory: PlaceMemory;
  readonly problems: FieldProblem[];
  /** The id a record of this list made for this key has, however often it is worked out. */
  readonly idFor: (register: string, key: string) => string;
  readonly givenAt: (base: string) => Values;
};

/** The resident group (居民小组) of a dwelling: by its number, else the one its building belongs to. */
export async function groupFor(context: PlaceContext, base: string, building: Value | undefined) {
  const { index, draft } = context;
  const groups = named("groups");
  const given = context.givenAt(base);
  const byName = typeof given.name === "string" ? await index.titled("groups", given.name) : undefined;
  const known = given.no !== undefined ? await index.find("groups", ["no"], given) : (byName ?? (await ofBuilding()));
  if (known) return known;
  if (given.no === undefined && building === undefined) return undefined;
  const implied = given.no ?? groups.implied?.({ buildings: building ?? null }).no;
  const no = typeof implied === "number" ? implied : await nextNumber(index);
  const numbered = await index.find("groups", ["no"], { no });
  const values = completed(groups, { ...given, no, ...(building !== undefined && { buildings: building }) }, context);
  return numbered ?? draft.create("groups", context.idFor("groups", String(no)), values);

  async function ofBuilding() {
    return building === undefined ? undefined : groupOfBuilding(index, building);
  }
}

/** The dwelling (房屋) a row names by building, unit and room; undefined when it names none. */
export async function dwellingFor(context: PlaceContext, base: string): Promise<Existing | undefined> {
  const { index, draft, problems } = context;
  const dwellings = named("dwellings");
  const given = derived(dwellings, context.givenAt(base));
  if (given.building === undefined && given.room === undefined && given.unit === undefined) return undefined;
  for (const key of ["building", "room"]) {
    if (given[key] === undefined) problems.push({ path: `${base}.${key}`, code: "required" });
  }
  if (given.building === undefined || given.room === undefined) return undefined;
  const existing = await index.find("dwellings", ["building", "unit", "room"], given);
  const saysGroup = Object.keys(context.givenAt(`${base}.group`)).length > 0;
  const group = !existing || saysGroup ? await groupFor(context, `${base}.group`, given.building) : undefined;
  const wanted = { ...given, ...(group && { group: group.id }) };
  if (existing) {
    const different = await differences(dwellings, existing, wanted, index);
    return Object.keys(different).length > 0 ? draft.patch("dwellings", existing, different) : existing;
  }
  const id = context.idFor("dwellings", JSON.stringify([given.building, given.unit ?? null, given.room]));
  return draft.create("dwellings", id, completed(dwellings, wanted, context));
}

/** Who asks for a household: the record that lives in one already, if any, and whether it is the head. */
export type Member = { readonly household: string | undefined; readonly id: string; readonly isHead: boolean };

/**
 * The household (户) of a row: by its number, else the one living in the dwelling. Where a file names rooms alone,
 * every further head in the same room begins the next household there, for each household has exactly one.
 */
export async function householdFor(context: PlaceContext, base: string, member: Member): Promise<string | undefined> {
  const { draft, memory } = context;
  const given = context.givenAt(base);
  const dwelling = await dwellingFor(context, `${base}.dwelling`);
  const found =
    given.no === undefined
      ? dwelling && (await householdInRoom(context, base, dwelling, member))
      : await householdByNumber(context, base, given, dwelling);
  if (!found) return undefined;
  const { id } = found;
  if (dwelling) {
    draft.whenTaken(() => {
      memory.householdIn.set(dwelling.id, id);
      if (!memory.dwellingOf.has(id)) memory.dwellingOf.set(id, { dwelling: dwelling.id, row: context.row });
    });
  }
  const head = memory.headOf.get(id);
  if (member.isHead && head === undefined) {
    if (found.values.head !== member.id) draft.patch("households", found, { head: member.id });
    draft.whenTaken(() => void memory.headOf.set(id, member.id));
  }
  return id;
}

async function householdByNumber(
  context: PlaceContext,
  base: string,
  given: Values,
  dwelling: Existing | undefined,
): Promise<Existing | undefined> {
  const { index, draft, memory, problems } = context;
  const households = named("households");
  const existing = await index.find("households", ["no"], given);
  if (!existing) {
    if (!dwelling) {
      problems.push({ path: `${base}.dwelling`, code: "required" });
      return undefined;
    }
    const id = context.idFor("households", String(given.no));
    return draft.create("households", id, completed(households, { ...given, dwelling: dwelling.id }, context));
  }
  const said = memory.dwellingOf.get(existing.id);
  if (said && dwelling && said.dwelling !== dwelling.id) {
    problems.push({ path: `${base}.dwelling`, code: "differs-from-row", params: { row: said.row } });
    return undefined;
  }
  const different = await differences(households, existing, { ...given, dwelling: dwelling?.id ?? null }, index);
  return Object.keys(different).length > 0 ? draft.patch("households", existing, different) : existing;
}

async function householdInRoom(
  context: PlaceContext,
  base: string,
  dwelling: Existing,
  member: Member,
): Promise<Existing | undefined> {
  const { index, draft, memory, problems } = context;
  const own = member.household === undefined ? undefined : await index.get("households", member.household);
  if (own?.values.dwelling === dwelling.id) return own;
  const listed = memory.householdIn.get(dwelling.id);
  const living = listed === undefined ? await index.referring("households", "dwelling", dwelling.id) : [];
  const candidate = listed === undefined ? living[0] : await index.get("households", listed);
  const hasOtherHead = (household: Existing) => {
    const head = memory.headOf.get(household.id) ?? household.values.head;
    return head !== undefined && head !== member.id;
  };
  if (member.isHead) {
    const free = [...(candidate ? [candidate] : []), ...living].find((household) => !hasOtherHead(household));
    if (free) return free;
  } else if (listed === undefined && living.length > 1) {
    problems.push({ path: `${base}.no`, code: "household-unclear" });
    return undefined;
  } else if (candidate) return candidate;
  const no = await freeNumber(index, roomName(dwelling.values));
  const given = { ...withoutNulls(context.givenAt(base)), no, dwelling: dwelling.id };
  return draft.create("households", context.idFor("households", no), completed(named("households"), given, context));
}

/** A household that has no number of its own is called after its room; a second one there is told apart. */
async function freeNumber(index: ListIndex, room: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const no = count === 1 ? room : `${room}-${count}`;
    if (!(await index.find("households", ["no"], { no }))) return no;
  }
}

function roomName({ building, unit, room }: Values): string {
  const parts = [building, unit, room].filter((part) => typeof part === "string");
  return parts.map((part) => part.replace(/(?:栋|幢|号楼|单元|室)$/, "")).join("-");
}

async function nextNumber(index: ListIndex): Promise<number> {
  let last = 0;
  for (const { values } of await index.all("groups")) last = Math.max(last, Number(values.no ?? 0));
  return last + 1;
}

/** The group of the room of a building that was listed last; before there is a room, the group that names the building. */
async function groupOfBuilding(index: ListIndex, building: Value): Promise<Existing | undefined> {
  const dwelling = await index.findLast("dwellings", ["building"], { building });
  if (dwelling) return index.get("groups", String(dwelling.values.group));
  let found: Existing | undefined;
  for (const group of await index.all("groups")) {
    if (buildingsOf(group).includes(String(building))) found = group;
  }
  return found;
}

const buildingsOf = ({ values }: Existing) => String(values.buildings ?? "").split(/[、,，;；\s]+/);

function named(name: string): Register {
  const register = registerNamed(name);
  if (!register) throw new Error(`There is no list ${name}`);
  return register;
}

function derived(register: Register, given: Values): Values {
  return withoutNulls({ ...given, ...register.derive?.(given, new Set(Object.keys(given))) });
}

function completed(register: Register, given: Values, { today }: PlaceContext): Values {
  return completeValues(register, withoutNulls(given), new Set(Object.keys(given)), today).values;
}
