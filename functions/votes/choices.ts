import { compareNames } from "../../shared/rules/surname-order.ts";
import type { Choice, ChoiceResult } from "../../shared/rules/votes/result.ts";
import type { RowValue } from "../../shared/schema/field.ts";
import { isOnPeople, ruleAt, type VoteRule } from "../../shared/schema/vote.ts";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import type { StoredRecord } from "../store/records.ts";

/** The one line of a paper that puts a question. */
export const QUESTION = "question";

export function ruleOf({ values }: StoredRecord): VoteRule {
  const rule = VOTES.get(String(values.rule));
  if (!rule) throw new Error(`There is no vote ${String(values.rule)}`);
  return rule;
}

/** The rule of a vote with the numbers of those who vote at its meeting. */
export const ruleIn = (vote: StoredRecord, meeting: StoredRecord): VoteRule =>
  ruleAt(ruleOf(vote), String(meeting.values.kind));

/** The lines of the paper as they stand on the vote. */
export function choicesOf({ values }: StoredRecord): readonly Choice[] {
  if (!Array.isArray(values.choices)) return [];
  return values.choices.flatMap((row) =>
    typeof row === "object" && row !== null && "id" in row
      ? [{ id: String(row.id), name: String(row.name), ...(typeof row.office === "string" && { office: row.office }) }]
      : [],
  );
}

/** The lines of the paper: the names in order of surname, or the question. A further round has its own already. */
export function choicesFor(vote: StoredRecord, standing: readonly StoredRecord[]): readonly Choice[] {
  if (!isOnPeople(ruleOf(vote))) return [{ id: QUESTION, name: String(vote.values.title) }];
  const held = choicesOf(vote);
  if (held.length > 0) return held;
  return standing
    .map(({ id, values }) => ({ id, name: String(values.person), office: String(values.office) }))
    .sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Seats of an election; a question has one answer. */
export const seatsOf = ({ values }: StoredRecord): number => (typeof values.seats === "number" ? values.seats : 1);

export function asRows(choices: readonly (Choice | ChoiceResult)[]): RowValue[] {
  return choices.map(({ office, ...choice }) => ({ ...choice, ...(office !== undefined && { office }) }));
}
