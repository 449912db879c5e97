import type { Candidate, Officer, StandingAt } from "../../shared/rules/votes/standing.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { dayOfMeeting } from "./act.ts";

/** Those who stand in a vote (候选人): of its meeting, by its rule, for its office where it is for one alone. */
export async function standingIn(deps: Deps, vote: StoredRecord): Promise<StoredRecord[]> {
  const { meeting, rule, office } = vote.values;
  const found: StoredRecord[] = [];
  for await (const record of allRecords(deps, "candidates", vote.community)) {
    const { values } = record;
    const isOf =
      values.meeting === meeting && values.rule === rule && (office === undefined || values.office === office);
    if (isOf && values.withdrawn !== true) found.push(record);
  }
  return found;
}

/** A candidate's record as the rules look at it. */
export function asCandidate({ id, values }: StoredRecord): Candidate {
  const text = (key: string) => (typeof values[key] === "string" ? { [key]: values[key] } : {});
  return {
    id,
    name: String(values.person),
    office: String(values.office),
    ...text("resident"),
    ...text("birth"),
    ...text("education"),
    ...text("nominatedBy"),
    ...nominatorsOf(values),
    publicSelected: values.publicSelected === true,
    livesHere: values.livesHere !== false,
  };
}

/** How many put a candidate forward: those who signed, where they are named. */
function nominatorsOf({ signatories, nominators }: Values): { nominators?: number } {
  if (Array.isArray(signatories) && signatories.length > 0) return { nominators: new Set(signatories).size };
  return typeof nominators === "number" ? { nominators } : {};
}

/** What candidates of a meeting are held against: its day, who does what there, and who holds which post then. */
export async function standingAt(deps: Deps, meeting: StoredRecord, asksPosts: boolean): Promise<StandingAt> {
  const day = dayOfMeeting(meeting);
  return {
    day,
    officers: officersOf(meeting.values),
    posts: asksPosts ? await heldOn(deps, meeting.community, day) : [],
  };
}

export function officersOf({ officers }: Values): readonly Officer[] {
  if (!Array.isArray(officers)) return [];
  return officers.flatMap((row) =>
    typeof row === "object" && row !== null && "name" in row
      ? [{ name: String(row.name), ...(typeof row.role === "string" && { role: row.role }) }]
      : [],
  );
}

async function heldOn(deps: Deps, community: string, day: string): Promise<StandingAt["posts"]> {
  const found: StandingAt["posts"][number][] = [];
  for await (const { values } of allRecords(deps, "posts", community)) {
    const isHeld = String(values.from) <= day && (typeof values.until !== "string" || values.until >= day);
    if (!isHeld) continue;
    const resident = typeof values.resident === "string" ? { resident: values.resident } : {};
    found.push({ name: String(values.person), post: String(values.post), ...resident });
  }
  return found;
}
