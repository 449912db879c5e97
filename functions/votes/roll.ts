import { ageOn } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { residenceOn } from "../../shared/rules/residence.ts";
import { compareNames } from "../../shared/rules/surname-order.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { MeetingKind } from "../../shared/schema/meeting.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords, getRecord } from "../store/records.ts";

/** Somebody who is entitled to come (应到人员). `note` is the group or unit they stand for. */
export type Entitled = {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  /** A representative of a unit is not counted as a resident. */
  readonly unit?: true;
};

/** Everybody entitled to come to a meeting on its day, in order of surnames. */
export async function rollOf(
  deps: Deps,
  community: string,
  kind: MeetingKind,
  meeting: Values,
  rules: Rules,
): Promise<Entitled[]> {
  const day = String(meeting.at).slice(0, 10);
  const found = await fromSource(deps, community, kind, meeting, { day, rules });
  const named = kind.named ? namesIn(meeting.named) : [];
  const known = new Set(found.map(({ name }) => name));
  const further = named.filter(({ name }) => kind.roll.kind === "named" || !known.has(name));
  return [...found, ...further].sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

async function fromSource(
  deps: Deps,
  community: string,
  { roll }: MeetingKind,
  meeting: Values,
  { day, rules }: { readonly day: string; readonly rules: Rules },
): Promise<Entitled[]> {
  if (roll.kind === "named") return [];
  if (roll.kind === "posts") return holdersOn(deps, community, roll.posts, day);
  const group = roll.ofGroup ? String(meeting.group) : undefined;
  if (roll.kind === "representatives") return representativesOn(deps, community, group, day);
  if (roll.kind === "households") return householdsOf(deps, community, group);
  const age = rules.number("elections.votingAge", day).value ?? 0;
  return adultsOf(deps, community, group, { day, age });
}

async function representativesOn(
  deps: Deps,
  community: string,
  group: string | undefined,
  day: string,
): Promise<Entitled[]> {
  const [groups, units] = await Promise.all([namesOf(deps, community, "groups"), namesOf(deps, community, "bodies")]);
  const found: Entitled[] = [];
  for await (const { id, values } of allRecords(deps, "representatives", community)) {
    if (!isInForce(values, day) || (group !== undefined && values.group !== group)) continue;
    const isUnit = values.via === "unit";
    const note = isUnit ? units.get(String(values.unit)) : groups.get(String(values.group));
    found.push({
      id,
      name: String(values.person),
      ...(note !== undefined && { note }),
      ...(isUnit && { unit: true as const }),
    });
  }
  return found;
}

/** Holders of posts on a day; who holds several is one person. */
export async function holdersOn(
  deps: Deps,
  community: string,
  posts: readonly string[],
  day: string,
): Promise<Entitled[]> {
  const found = new Map<string, Entitled>();
  for await (const { id, values } of allRecords(deps, "posts", community)) {
    if (!posts.includes(String(values.post)) || !isInForce(values, day)) continue;
    const person = String(values.account ?? values.resident ?? values.person);
    // Who holds several posts comes once.
    if (!found.has(person)) found.set(person, { id, name: String(values.person) });
  }
  return [...found.values()];
}

type Household = { readonly id: string; readonly no: string; readonly head?: string; readonly note: string };

/** Households of a community, or of one of its groups, each with its address. */
async function householdsIn(deps: Deps, community: string, group: string | undefined): Promise<Household[]> {
  const dwellings = new Map<string, string>();
  for await (const { id, values } of allRecords(deps, "dwellings", community)) {
    if (group === undefined || values.group === group)
      dwellings.set(id, [values.building, values.unit, values.room].filter(Boolean).join("-"));
  }
  const found: Household[] = [];
  for await (const { id, values } of allRecords(deps, "households", community)) {
    const note = dwellings.get(String(values.dwelling)) ?? (group === undefined ? "" : undefined);
    if (note === undefined || values.left) continue;
    const head = typeof values.head === "string" ? { head: values.head } : {};
    found.push({ id, no: String(values.no), note, ...head });
  }
  return found;
}

/** One person for each household (户代表): its head, or whoever comes under its number. */
async function householdsOf(deps: Deps, community: string, group: string | undefined): Promise<Entitled[]> {
  const found = await householdsIn(deps, community, group);
  return Promise.all(
    found.map(async ({ id, no, head, note }) => {
      const person = head === undefined ? undefined : await getRecord(deps, "residents", community, head);
      return { id, name: String(person?.values.name ?? no), note };
    }),
  );
}

/** Everybody of age who lives here on the day (全体成年居民); a birth date that nobody knows makes nobody a voter. */
async function adultsOf(
  deps: Deps,
  community: string,
  group: string | undefined,
  { day, age }: { readonly day: string; readonly age: number },
): Promise<Entitled[]> {
  const households = new Map((await householdsIn(deps, community, group)).map(({ id, note }) => [id, note]));
  const found: Entitled[] = [];
  for await (const { id, values } of allRecords(deps, "residents", community)) {
    const note = households.get(String(values.household));
    const isOfAge = typeof values.birth === "string" && ageOn(values.birth, day) >= age;
    if (note !== undefined && isOfAge && residenceOn(day, values).isThere)
      found.push({ id, name: String(values.name), note });
  }
  return found;
}

/** Names written down with the meeting, one a line or parted by commas; two of one name are two people. */
function namesIn(text: unknown): Entitled[] {
  const names = String(text ?? "")
    .split(/[\n,;\u3001\uff0c\uff1b]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.map((name, index) => ({ id: `n${index}`, name }));
}

async function namesOf(deps: Deps, community: string, register: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, values } of allRecords(deps, register, community)) names.set(id, String(values.name ?? ""));
  return names;
}

function isInForce({ from, until }: Values, day: string): boolean {
  return String(from) <= day && (typeof until !== "string" || until >= day);
}
