import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { ageOn } from "../../../shared/rules/calendar.ts";
import type { Rules } from "../../../shared/rules/in-force.ts";
import { compareNames } from "../../../shared/rules/surname-order.ts";
import { isListed, voterFindings } from "../../../shared/rules/voters.ts";
import type { Values } from "../../../shared/schema/field.ts";
import type { Label } from "../../../shared/schema/label.ts";
import { groupLine, objectionWords } from "../../../shared/words/publication.ts";
import { unshownFindings } from "../../elections/shown.ts";
import { standingAtMeeting } from "../../elections/standing.ts";
import type { Deps } from "../../http/deps.ts";
import { readRules } from "../../rules/read-rules.ts";
import { getRecord, type StoredRecord } from "../../store/records.ts";
import { entriesOf, recordsOf, votingDayOf } from "../../voters/lists.ts";

/** One posting is one item of the store, and holds no more names. */
const VOTERS_MAX = 12_000;
/** States in which the preliminary candidates are shown, and in which those are fixed who stand. */
const NOMINATED: ReadonlySet<unknown> = new Set(["nominated", "displayed"]);
const APPROVED: ReadonlySet<unknown> = new Set(["approved", "formal", "prepared", "invalid"]);

/** What a list of an election tells, by part. */
export type ElectionSource = {
  readonly election: {
    readonly title: string;
    readonly day: string;
    readonly voters?: number;
    readonly seats?: number;
  };
  readonly voters?: Label;
  readonly candidates?: readonly ReturnType<typeof rowOf>[];
  readonly objections?: Label;
};

/** What steps of the election stand on, kept beside the frozen words: the day, and who stands for which office. */
export function toldBy({ election, candidates }: ElectionSource): Values {
  const listed = candidates?.map(({ name, office }) => ({ name, office })) ?? null;
  return { electionDay: election.day, listed };
}

/** What a voter list or a list of candidates takes from its election, as things stand now. */
export async function electionSource(deps: Deps, community: string, kind: string, id: string): Promise<ElectionSource> {
  const election = await getRecord(deps, "elections", community, id);
  if (election?.values.kind !== "committee") throw invalid({ path: "election", code: "unknown-reference" });
  const rules = await readRules(deps, community);
  return kind === "voters" ? votersSource(deps, election, rules) : candidatesSource(deps, election, kind);
}

/** The voter list (S3.8): refused while anybody on it is double or wrong, or somebody is missed. */
async function votersSource(deps: Deps, election: StoredRecord, rules: Rules): Promise<ElectionSource> {
  const { community, id, values } = election;
  const [entries, residents, groups] = await Promise.all([
    entriesOf(deps, community, id),
    recordsOf(deps, "residents", community),
    recordsOf(deps, "groups", community),
  ]);
  const votingDay = votingDayOf(values, rules);
  const found = voterFindings(entries, residents, votingDay);
  const open = Object.entries(found).flatMap(([name, rows]) =>
    rows.length > 0 ? [{ path: "election", code: `voters-${name}`, params: { count: rows.length } }] : [],
  );
  if (open.length > 0) throw new Refusal("conflict", open);
  const listed = entries.filter((entry) => isListed(entry.values));
  if (listed.length === 0) throw new Refusal("conflict", [{ path: "election", code: "voters-none" }]);
  if (listed.length > VOTERS_MAX) {
    throw new Refusal("conflict", [{ path: "election", code: "voters-too-many", params: { max: VOTERS_MAX } }]);
  }
  const days = rules.number("elections.objectionDays", votingDay.day).value;
  return {
    election: { ...headOf(values), voters: listed.length },
    voters: linesOf(listed, groups),
    objections: objectionWords(days),
  };
}

/** Names by resident group, in order of surnames: one line for each group, and of each person nothing else. */
function linesOf(listed: readonly StoredRecord[], groups: readonly StoredRecord[]): Label {
  const inOrder = [...groups].sort((a, b) => Number(a.values.no) - Number(b.values.no));
  const known = new Set(groups.map(({ id }) => id));
  const places = [
    ...inOrder.map(({ id, values }) => ({ id, name: String(values.name ?? values.no) })),
    { id: "", name: "" },
  ];
  const lines = places.flatMap(({ id, name }) => {
    const names = listed
      .filter(({ values }) => (known.has(String(values.group)) ? values.group : "") === id)
      .map(({ values }) => String(values.name))
      .sort(compareNames);
    return names.length > 0 ? [groupLine(name, names)] : [];
  });
  return { zh: lines.map(({ zh }) => zh).join("\n"), en: lines.map(({ en }) => en).join("\n") };
}

async function candidatesSource(deps: Deps, election: StoredRecord, kind: string): Promise<ElectionSource> {
  const { values } = election;
  const isTime = (kind === "candidates" ? NOMINATED : APPROVED).has(values.state);
  if (!isTime || typeof values.meeting !== "string") {
    const code = kind === "candidates" ? "candidates-not-nominated" : "candidates-not-approved";
    throw new Refusal("conflict", [{ path: "election", code }]);
  }
  const standing = await standingAtMeeting(deps, election, values.meeting);
  // Who stands was displayed and approved before (S3.13).
  const unshown = kind === "candidates" ? [] : await unshownFindings(deps, election, standing, "candidates");
  if (unshown.length > 0) {
    throw new Refusal(
      "conflict",
      unshown.map(({ code, params = {} }) => ({ path: "election", code, params })),
    );
  }
  const day = String(values.day);
  const candidates = standing
    .map((candidate) => rowOf(candidate.values, day))
    .sort((a, b) => compareNames(a.name, b.name));
  const objections: Label | undefined = kind === "candidates" ? objectionWords(null) : undefined;
  return {
    election: { ...headOf(values), seats: Number(values.seats ?? 0) },
    candidates,
    ...(objections && { objections }),
  };
}

const headOf = ({ title, day }: Values) => ({ title: String(title), day: String(day) });

function rowOf(values: Values, day: string) {
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
  const birth = text("birth");
  return {
    name: String(values.person),
    office: text("office"),
    sex: text("sex"),
    age: birth === null ? null : ageOn(birth, day),
    education: text("education"),
    nominatedBy: text("nominatedBy"),
    incumbent: values.incumbent === true,
  };
}
