import type { Values } from "../schema/field.ts";
import { ageOn } from "./calendar.ts";
import { residenceOn } from "./residence.ts";

/** A record as these rules look at it. */
export type Row = { readonly id: string; readonly values: Values };

/** Why an entry is doubtful: a code of `voterDoubt`. */
export type Doubt = "double" | "underAge" | "unknownAge" | "dead" | "moved" | "differs";

/** The day of the election and the age from which somebody votes on it. */
export type VotingDay = { readonly day: string; readonly age: number };

/** What must be empty or signed off before the voter list is published (不错登、不漏登、不重登, S3.8). */
export type VoterFindings = {
  /** (a) Of those with the same resident, or the same name and birth date, more than one stands without sign-off. */
  readonly double: readonly Row[];
  /** (b) Residents who vote and have neither an entry nor a reason. */
  readonly missed: readonly Row[];
  /** (c) Not of age on the day, dead, moved, or not who the residents' list says they are. */
  readonly wrong: readonly { readonly row: Row; readonly doubts: readonly Doubt[] }[];
  /** Entries of people who are deprived of political rights: for those alone who may see that column. */
  readonly barred: readonly Row[];
};

/** Whether a resident votes on a day (S3.8): lives here, is of age then, and is not deprived of political rights. */
export function isVoter(resident: Values, { day, age }: VotingDay): boolean {
  return isOfAge(resident.birth, day, age) && resident.voting !== "deprived" && residenceOn(day, resident).isThere;
}

/** Whether an entry is on the list that is published. */
export const isListed = ({ excluded }: Values): boolean => excluded === undefined || excluded === null;

/** The three lists of one election, of its entries and all residents. */
export function voterFindings(entries: readonly Row[], residents: readonly Row[], votingDay: VotingDay): VoterFindings {
  const people = new Map(residents.map((row) => [row.id, row]));
  const listed = entries.filter(({ values }) => isListed(values));
  const held = new Set(entries.flatMap(({ values }) => (typeof values.resident === "string" ? [values.resident] : [])));
  // Somebody typed in by hand is the resident of the same name and birth date.
  const known = new Set(entries.filter(({ values }) => !values.resident).map(personOf));
  const barred = listed.filter((row) => personIn(people, row)?.values.voting === "deprived");
  return {
    double: doublesIn(listed),
    missed: residents.filter((row) => isVoter(row.values, votingDay) && !held.has(row.id) && !known.has(personOf(row))),
    wrong: listed.flatMap((row) => {
      const doubts = doubtsAbout(row.values, personIn(people, row)?.values, votingDay).filter(
        (doubt) => !isSettled(row, doubt),
      );
      return doubts.length > 0 ? [{ row, doubts }] : [];
    }),
    barred,
  };
}

/** Everything doubtful about one entry, signed off or not: what a sign-off covers. */
export function doubtsOf(
  entry: Row,
  entries: readonly Row[],
  residents: readonly Row[],
  votingDay: VotingDay,
): readonly Doubt[] {
  if (!isListed(entry.values)) return [];
  const twins = entries.filter(
    (other) => other.id !== entry.id && isListed(other.values) && isSamePerson(entry, other),
  );
  const person = personIn(new Map(residents.map((row) => [row.id, row])), entry);
  return [...(twins.length > 0 ? (["double"] as const) : []), ...doubtsAbout(entry.values, person?.values, votingDay)];
}

function doubtsAbout(entry: Values, resident: Values | undefined, { day, age }: VotingDay): readonly Doubt[] {
  const { birth = resident?.birth } = entry;
  const differs =
    resident !== undefined &&
    (resident.name !== entry.name || (entry.birth !== undefined && resident.birth !== entry.birth));
  return [
    ...(typeof birth !== "string" ? (["unknownAge"] as const) : []),
    ...(typeof birth === "string" && !isOfAge(birth, day, age) ? (["underAge"] as const) : []),
    ...(resident?.live === "dead" ? (["dead"] as const) : []),
    ...(resident && resident.live !== "dead" && !residenceOn(day, resident).isThere ? (["moved"] as const) : []),
    ...(differs ? (["differs"] as const) : []),
  ];
}

/** Of people who look the same at most one stands without sign-off. */
function doublesIn(listed: readonly Row[]): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of listed) groups.set(personOf(row), [...(groups.get(personOf(row)) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const open = group.filter((row) => !isSettled(row, "double"));
    return group.length > 1 && open.length > 1 ? open : [];
  });
}

const isSettled = ({ values }: Row, doubt: Doubt) => Array.isArray(values.settled) && values.settled.includes(doubt);

const isSamePerson = (a: Row, b: Row) => personOf(a) === personOf(b);

const personOf = ({ values }: Row) => `${values.name} ${values.birth ?? ""}`;

function personIn(people: ReadonlyMap<string, Row>, { values }: Row): Row | undefined {
  return typeof values.resident === "string" ? people.get(values.resident) : undefined;
}

function isOfAge(birth: unknown, day: string, age: number): boolean {
  return typeof birth === "string" && ageOn(birth, day) >= age;
}
