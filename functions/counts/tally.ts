import type { AnswerLine } from "../../shared/rules/survey/read-answers.ts";
import { tallyOf } from "../../shared/rules/survey/tally.ts";
import type { Value } from "../../shared/schema/field.ts";
import { addition, type Book, type Change, countChanges } from "./count-changes.ts";
import type { CountsDeps } from "./counted-items.ts";
import { tallyKey } from "./keys.ts";

/** The name under which answer sheets are noted as counted: statistics may count the same list in their own way. */
export const TALLIED = "tallied-answers";

/** Parts the names of survey, question and cell; no option contains it, because a cell of a list is cut at lines. */
const PART = "\n";

/**
 * The counts of surveys (计票): what a sheet adds stands with its version on an item of its own, and changes together
 * with the counts of its questions. Sheets that come at once are counted together by the stream, so that those who
 * send them never wait for each other.
 */
const tallyBook: Book = {
  count: ({ id, values }) => {
    const tally = values ? tallyOf(linesFrom(values.answers)) : {};
    const cells = Object.entries(tally).flatMap(([question, counts]) =>
      Object.entries(counts).map(([cell, amount]) => [[surveyOfAnswer(id), question, cell].join(PART), amount]),
    );
    return { cells: Object.fromEntries(cells) };
  },
  totals: ({ tables }, _community, difference) => {
    const items = new Map<string, Record<string, number>>();
    for (const [name, amount] of Object.entries(difference)) {
      const [survey = "", question = "", cell = ""] = name.split(PART);
      const place = survey + PART + question;
      items.set(place, { ...items.get(place), [cell]: amount });
    }
    return [...items].flatMap(([place, amounts]) => {
      const [survey = "", question = ""] = place.split(PART);
      // Whoever puts a count right sees by the turn whether it was added to meanwhile.
      return addition(tables.records, tallyKey(survey, question), { ...amounts, turn: 1 });
    });
  },
  // A survey has 60 questions at most.
  together: 30,
};

/** Counts answer sheets of one community, each version exactly once. */
export async function countAnswers(deps: CountsDeps, community: string, changes: readonly Change[]): Promise<void> {
  const bySurvey = new Map<string, Change[]>();
  for (const change of changes) {
    const survey = surveyOfAnswer(change.id);
    bySurvey.set(survey, [...(bySurvey.get(survey) ?? []), { ...change, register: TALLIED }]);
  }
  for (const sheets of bySurvey.values()) await countChanges(deps, community, sheets, "", tallyBook);
}

/** The survey an answer sheet belongs to: its id begins with it. */
export const surveyOfAnswer = (id: string) => id.slice(0, id.lastIndexOf("-"));

/** What a sheet answered; columns of rows hold rows alone, which the type of all values cannot say. */
function linesFrom(value: Value | undefined): readonly AnswerLine[] {
  return Array.isArray(value) ? (value as unknown as readonly AnswerLine[]) : [];
}
