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
export async function rollOf(deps: Deps, community: string, kind: MeetingKind, meeting: Values): Promise<Entitled[]> {
  const day = String(meeting.at).slice(0, 10);
  const found = await fromSource(deps, community, kind, meeting, day);
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
  day: string,
): Promise<Entitled[]> {
  if (roll.kind === "representatives") return representativesOn(deps, community, day);
  if (roll.kind === "posts") return holdersOn(deps, community, roll.posts, day);
  return roll.kind === "households" ? householdsOf(deps, community, String(meeting.group)) : [];
}

async function representativesOn(deps: Deps, community: string, day: string): Promise<Entitled[]> {
  const [groups, units] = await Promise.all([namesOf(deps, community, "groups"), namesOf(deps, community, "bodies")]);
  const found: Entitled[] = [];
  for await (const { id, values } of allRecords(deps, "representatives", community)) {
    if (!isInForce(values, day)) continue;
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

async function holdersOn(deps: Deps, community: string, posts: readonly string[], day: string): Promise<Entitled[]> {
  const found = new Map<string, Entitled>();
  for await (const { id, values } of allRecords(deps, "posts", community)) {
    if (!posts.includes(String(values.post)) || !isInForce(values, day)) continue;
    const person = String(values.account ?? values.resident ?? values.person);
    // Who holds several posts comes once.
    if (!found.has(person)) found.set(person, { id, name: String(values.person) });
  }
  return [...found.values()];
}

/** One person for each household of a group: its head, or whoever comes under its number. */
async function householdsOf(deps: Deps, community: string, group: string): Promise<Entitled[]> {
  const dwellings = new Map<string, string>();
  for await (const { id, values } of allRecords(deps, "dwellings", community)) {
    if (values.group === group)
      dwellings.set(id, [values.building, values.unit, values.room].filter(Boolean).join("-"));
  }
  const found: { id: string; no: string; head?: string; note: string }[] = [];
  for await (const { id, values } of allRecords(deps, "households", community)) {
    const note = dwellings.get(String(values.dwelling));
    if (note === undefined || values.left) continue;
    const head = typeof values.head === "string" ? { head: values.head } : {};
    found.push({ id, no: String(values.no), note, ...head });
  }
  return Promise.all(
    found.map(async ({ id, no, head, note }) => {
      const person = head === undefined ? undefined : await getRecord(deps, "residents", community, head);
      return { id, name: String(person?.values.name ?? no), note };
    }),
  );
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
