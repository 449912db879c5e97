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

/**
 * Since when a list of an election is public (公布日): the day it was posted, or the earlier one on which somebody noted
 * that it hung. What was withdrawn counts no more. Another list of candidates begins anew; a voter list that only
 * mends the one before it does not.
 */
export function shownSince(publications: readonly Own[], kind: string): string | undefined {
  const shown = publications.filter(
    ({ values }) => values.kind === kind && (values.state === "posted" || values.state === "archived"),
  );
  const corrected = new Set(shown.map(({ values }) => values.corrects));
  const days = shown.filter(({ id }) => kind === "voters" || !corrected.has(id)).map(({ values }) => firstDay(values));
  return days.sort()[0];
}

function firstDay({ from, postings }: Values): string {
  const noted = Array.isArray(postings)
    ? postings.flatMap((row) => (typeof row === "object" && row !== null && "on" in row ? [String(row.on)] : []))
    : [];
  return [String(from), ...noted].sort()[0] ?? String(from);
}
