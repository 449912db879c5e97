import { type Answer, type Caller, openTestApi, type TestApi } from "../../support/api.ts";

/** A vote as the API answers it. */
export type VoteBody = {
  id: string;
  version: number;
  values: Record<string, unknown> & {
    state: string;
    results?: { id: string; name: string; for: number; elected: boolean }[];
  };
  ballot: { id: string; name: string }[];
  candidatesNeeded?: number;
  findings?: { code: string; level: string; message: string }[];
  warnings?: { code: string; level: string }[];
  counts: {
    entered: number;
    mine: boolean;
    by?: string[];
    differing?: { path: string; figures: (number | null)[] }[];
  };
  acting?: { parameter: string; checked: boolean; source: { zh: string } }[];
};
export type MeetingBody = {
  id: string;
  values: Record<string, unknown>;
  attendance: { due: number; present: number; needed: number; neededRead?: number; closed: boolean };
  roll: { id: string; name: string; present: boolean; note?: string }[];
  votes: VoteBody[];
  warnings?: { code: string; level: string; message: string; parameter?: string }[];
  acting?: { parameter: string; checked: boolean }[];
};
export type Tally = { for: number; against: number; abstain: number };

export type Hall = TestApi & { director: Caller; clerk: Caller; second: Caller; secretary: Caller; council: Caller };

/** A community with everybody who has to do with a meeting of its representatives. */
export async function openHall(): Promise<Hall> {
  const test = await openTestApi();
  const [director, clerk, second, secretary, council] = await Promise.all([
    test.as(["director"], { name: "Director" }),
    test.as(["clerk"], { name: "Clerk" }),
    test.as(["deputy"], { name: "Deputy" }),
    test.as(["secretary"], { name: "Secretary" }),
    test.as(["council"], { name: "Council" }),
  ]);
  return { ...test, director, clerk, second, secretary, council };
}

export const bodyOf = <T>({ body }: Answer) => body as unknown as T;
export const codesOf = ({ body }: Answer) => (body.fields ?? []).map(({ path, code }) => `${path} ${code}`);

/** What an answer holds; a refusal is the test's fault. */
export async function done<T>(asked: Promise<Answer>): Promise<T> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return bodyOf<T>(answer);
}

export async function add(
  caller: Caller,
  register: string,
  all: readonly Record<string, unknown>[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < all.length; from += 100) {
    const patches = all.slice(from, from + 100).map((values) => ({ values }));
    const rows = await done<{ id?: string }[]>(caller("POST", `/registers/${register}/patches`, { patches }));
    for (const row of rows) {
      if (!row.id) throw new Error(`${register}: ${JSON.stringify(row)}`);
      ids.push(row.id);
    }
  }
  return ids;
}

const withRepresentatives = new WeakSet<Hall>();

/** Representatives of groups, and of units the last few; once for each hall. */
export async function representatives(hall: Hall, count = 55, ofUnits = 9): Promise<void> {
  if (withRepresentatives.has(hall)) return;
  withRepresentatives.add(hall);
  const { clerk } = hall;
  const [unit] = await add(clerk, "bodies", [{ name: "School", layer: "unit" }]);
  await add(
    clerk,
    "representatives",
    Array.from({ length: count }, (_, index) => ({
      person: `Rep ${String(index + 1).padStart(2, "0")}`,
      from: "2025-01-01",
      ...(index >= count - ofUnits ? { via: "unit", unit } : { via: "group" }),
    })),
  );
}

export const OFFICERS = [
  { name: "Head", role: "head" },
  { name: "Scrutineer", role: "scrutineer" },
  { name: "Teller", role: "teller" },
];

export async function planned({ clerk }: Hall, values: Record<string, unknown> = {}): Promise<string> {
  const all = { title: "Meeting", kind: "representatives", at: "2026-06-01T14:00", officers: OFFICERS, ...values };
  const [id = ""] = await add(clerk, "meetings", [all]);
  return id;
}

export const moved = (caller: Caller, meeting: string, move: string, body: object = {}) =>
  caller("POST", `/meetings/${meeting}/${move}`, body);

export const look = ({ clerk }: Pick<Hall, "clerk">, meeting: string) =>
  done<MeetingBody>(clerk("GET", `/meetings/${meeting}`));

/** The first so many of the roll come in. */
export async function arrive(hall: Hall, meeting: string, count: number): Promise<void> {
  const { roll } = await look(hall, meeting);
  await Promise.all(
    roll
      .slice(0, count)
      .map(({ id }) => done(hall.clerk("POST", `/meetings/${meeting}/attendance`, { person: id, present: true }))),
  );
}

/** A meeting of 55 representatives that is open with so many present. */
export async function opened(hall: Hall, present: number, values: Record<string, unknown> = {}): Promise<string> {
  await representatives(hall);
  const meeting = await planned(hall, values);
  await done(moved(hall.clerk, meeting, "call"));
  await arrive(hall, meeting, present);
  await done(moved(hall.clerk, meeting, "open"));
  return meeting;
}

export const stand = (hall: Hall, meeting: string, names: readonly string[], more: Record<string, unknown> = {}) =>
  add(
    hall.clerk,
    "candidates",
    names.map((person) => ({ meeting, rule: "V2", person, office: "member", birth: "1980-01-01", ...more })),
  );

export const prepared = (caller: Caller, meeting: string, body: Record<string, unknown>) =>
  done<VoteBody>(caller("POST", `/meetings/${meeting}/votes`, body));

export const act = (caller: Caller, vote: string, move: string, body: object = {}) =>
  caller("POST", `/votes/${vote}/${move}`, body);

/** Figures of a count: votes in favour of each, all others against, on so many valid papers. */
export function figures(
  vote: VoteBody,
  favour: readonly number[],
  valid: number,
  spoiled = 0,
  issued = valid + spoiled,
) {
  const tallies = Object.fromEntries(
    vote.ballot.map(({ id }, index) => {
      const votes = favour[index] ?? 0;
      return [id, { for: votes, against: valid - votes, abstain: 0 } satisfies Tally];
    }),
  );
  return { issued, returned: valid + spoiled, spoiled, tallies };
}

export const count = (caller: Caller, vote: string, body: object) => caller("POST", `/votes/${vote}/counts`, body);

/** Opened, counted alike by two people, and announced. */
export async function held(hall: Hall, { id }: VoteBody, favour: readonly number[], valid: number): Promise<VoteBody> {
  const open = await done<VoteBody>(act(hall.clerk, id, "open"));
  const body = figures(open, favour, valid);
  await done(count(hall.clerk, id, body));
  await done(count(hall.second, id, body));
  return done<VoteBody>(act(hall.director, id, "announce"));
}

/** The community works by the numbers of the documents from now on. */
export const bySeed = ({ director }: Hall) =>
  done(
    director("POST", "/rules/preset", { value: "seed", from: "2026-01-01", decision: "Plan", decidedOn: "2026-01-01" }),
  );
