import { randomBytes } from "node:crypto";
import { timeId } from "../../shared/rules/time-id.ts";
import { backReferenceKey, type Key } from "../store/table.ts";

/** What a survey keeps beside its answers: the doors that have a code, and sealed answers that wait. */
export const surveyPartition = (survey: string) => `N#${survey}`;

/** A door (户) with the hash of its code, and whether it was used. Nothing here tells when. */
export const DOORS = "H#";
export const doorKey = (survey: string, dwelling: string): Key => ({
  pk: surveyPartition(survey),
  sk: `${DOORS}${dwelling}`,
});

/** A sealed answer of a secret survey (票箱), under a name of pure chance. */
export const BOXES = "B#";
export const boxKey = (survey: string, name: string): Key => ({ pk: surveyPartition(survey), sk: `${BOXES}${name}` });

/** Keeps a survey from being deleted while a sealed answer waits. */
export const boxGuardKey = (community: string, survey: string, name: string): Key =>
  backReferenceKey({ register: "surveys", community, id: survey }, { register: "answers", field: "survey", id: name });

/** Leads from the hash of a household's code to its door. */
export const householdCodeKey = (hash: string): Key => ({ pk: `Q#household-${hash}`, sk: "DOOR" });

/** The id of an answer begins with its survey, so that the answers of one are one query; the rest is chance alone. */
export const answerPrefix = (survey: string) => `${survey}-`;
export const answerId = (survey: string) => answerPrefix(survey) + chanceName();

/** A name of 16 characters that tells neither time nor order. */
export function chanceName(): string {
  return timeId(0, randomBytes(16)).slice(10);
}
