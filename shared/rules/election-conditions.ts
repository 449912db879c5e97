import type { Values } from "../schema/field.ts";
import type { Own } from "../schema/flow.ts";

/** Cases that have their answer (有答复的事项); an agreement or a court's advice is one too. */
const ANSWERED: ReadonlySet<unknown> = new Set(["answered", "rated", "closed", "agreed", "checked", "cancelled"]);

/** A training of those who hold the election, since the campaign began (S3.7). */
export function isElectionTraining({ topic, date }: Values, { values }: Own): boolean {
  return topic === "election" && String(date) >= String(values.from);
}

/** A case about this election that nobody has answered: an objection, or a report of a breach (S3.23). */
export function isOpenIn({ election, state }: Values, { id }: Own): boolean {
  return election === id && !ANSWERED.has(state);
}

/** The committee was handed over after this very election (W08, S3.22). */
export function isHandedOver({ of, state, election }: Values, { values }: Own): boolean {
  return of === "committee" && state === "closed" && election === values.votedOn;
}

/** A meeting of the committee since it was elected, at which it divided its work (分工, S3.24). */
export function isCommitteeMeeting({ kind, state, at }: Values, { values }: Own): boolean {
  return kind === "committee" && state === "closed" && String(at).slice(0, 10) >= String(values.votedOn);
}

/** A publication is about this very election. */
export function isOfElection({ election }: Values, { id }: Own): boolean {
  return election === id;
}

/** A list is about this election and names the day on which it is held: one from before another day was fixed is not. */
export function isForElectionDay(publication: Values, election: Own): boolean {
  return isOfElection(publication, election) && publication.electionDay === election.values.day;
}

/** Lists of an election that were made public since it began and not withdrawn, the latest first (公示、公布). */
export function listsShown(publications: readonly Own[], kind: string, election: Own): readonly Own[] {
  const isFor = kind === "formal-candidates" ? isForElectionDay : isOfElection;
  return publications
    .filter(({ values }) => values.kind === kind && (values.state === "posted" || values.state === "archived"))
    .filter(({ values }) => String(values.from) >= String(election.values.from) && isFor(values, election))
    .sort((a, b) => Number(b.values.no) - Number(a.values.no));
}

/** Names and offices on a list of candidates. */
export function isListedIn({ listed }: Values, { person, office }: Values): boolean {
  return (
    Array.isArray(listed) &&
    listed.some((row) => typeof row === "object" && row !== null && row.name === person && row.office === office)
  );
}

/**
 * Since when lists of one kind, the latest first, are public (公布日): the day of posting, or the earlier one on which
 * somebody noted that it hung. Another list of candidates begins anew; a voter list that mends the one before does not.
 */
export function shownSince(lists: readonly Own[], kind: string): string | undefined {
  const counting = kind === "voters" ? lists : lists.slice(0, 1);
  return counting.map(({ values }) => firstDay(values)).sort()[0];
}

function firstDay({ from, postings }: Values): string {
  const noted = Array.isArray(postings)
    ? postings.flatMap((row) => (typeof row === "object" && row !== null && "on" in row ? [String(row.on)] : []))
    : [];
  return [String(from), ...noted].sort()[0] ?? String(from);
}
