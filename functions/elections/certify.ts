import { type FieldProblem, invalid } from "../../shared/contract/refusal.ts";
import { birthdayAt, isDay } from "../../shared/rules/calendar.ts";
import { certificateProblems, certificatesIn } from "../../shared/rules/election.ts";
import { postsRegister } from "../accounts/grant-posts.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, batchGetRecords, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { electedIn } from "./outcome.ts";

/** Posts that an election leads to; of the Party's committee only the secretary's is a post of the community. */
const POSTS: Readonly<Record<string, readonly string[]>> = {
  committee: ["director", "deputy", "member"],
  party: ["secretary"],
};

/**
 * Certificates and filing (当选证书、备案, S3.21): everybody elected has one, with a number of its own; it stands in the
 * post that was granted since, with the day of filing, and the term runs from election day.
 */
export const certify: Effect = async (deps, election, context, given) => {
  const { community, values } = election;
  const { filedOn, certificates } = given;
  // What is missing, or no day, the step itself refuses.
  if (typeof filedOn !== "string" || !isDay(filedOn) || !Array.isArray(certificates)) return {};
  const people = await peopleIn(deps, election);
  const entered = certificatesIn(certificates);
  const problems = certificateProblems(
    people.map(({ name }) => name),
    entered,
  );
  if (problems.length > 0) throw invalid(...problems);
  const votedOn = String(values.votedOn);
  const posts = await postsSince(deps, community, POSTS[String(values.kind)] ?? [], votedOn);
  const extra: PlannedItem[] = [];
  const without: FieldProblem[] = [];
  for (const person of people) {
    const certNo = entered.find(({ name }) => name === person.name)?.certNo ?? "";
    const post = takePost(posts, person);
    if (post) extra.push(...(await certified(deps, post, { certNo, filed: filedOn }, context)));
    else if (values.kind === "committee") {
      without.push({ path: "certificates", code: "post-not-granted", params: { name: person.name } });
    }
  }
  if (without.length > 0) throw invalid(...without);
  const years = (await readRules(deps, community)).number("elections.termYears", votedOn).value;
  return { extra, also: years === null ? {} : { termEnds: birthdayAt(votedOn, years) } };
};

type Person = { readonly name: string; readonly resident?: string };

async function peopleIn(deps: Deps, election: StoredRecord): Promise<readonly Person[]> {
  const elected = await electedIn(deps, election);
  const candidates = await batchGetRecords(
    deps,
    "candidates",
    election.community,
    elected.map(({ id }) => id),
  );
  return elected.map(({ id, name }) => {
    const resident = candidates.find((candidate) => candidate.id === id)?.values.resident;
    return { name, ...(typeof resident === "string" && { resident }) };
  });
}

/** Posts that are held after the election, the newest first. */
async function postsSince(deps: Deps, community: string, posts: readonly string[], day: string) {
  const found: StoredRecord[] = [];
  for await (const record of allRecords(deps, "posts", community)) {
    const { post, until } = record.values;
    if (posts.includes(String(post)) && (typeof until !== "string" || until > day)) found.push(record);
  }
  return found.sort((a, b) => (String(a.values.from) < String(b.values.from) ? 1 : -1));
}

/** The person's post, taken out of those that are left: namesakes have one each. */
function takePost(posts: StoredRecord[], { name, resident }: Person): StoredRecord | undefined {
  const isTheirs = ({ values }: StoredRecord) =>
    resident !== undefined && values.resident !== undefined ? values.resident === resident : values.person === name;
  const index = posts.findIndex(isTheirs);
  return index < 0 ? undefined : posts.splice(index, 1)[0];
}

async function certified(
  deps: Deps,
  post: StoredRecord,
  values: { readonly certNo: string; readonly filed: string },
  { actor }: WriteContext,
): Promise<readonly PlannedItem[]> {
  const plan = await planPatch(deps, postsRegister(), post, values, { actor, action: "edit", byAction: true });
  return plan === "unchanged" ? [] : plan.items;
}
