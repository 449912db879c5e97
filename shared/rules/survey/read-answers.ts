import type { FieldProblem } from "../../contract/refusal.ts";
import type { Field } from "../../schema/field.ts";
import { readValue } from "../../schema/value.ts";
import type { Given } from "./condition.ts";
import { type Question, type QuestionType, stepsOf } from "./question.ts";
import { shownQuestions } from "./shown.ts";

/** The longest free text of one question. */
export const TEXT_MAX = 1000;

/** One answered question, a line for each choice: what an answer sheet keeps (答卷). The type is as it was asked. */
export type AnswerLine = { readonly key: string; readonly type: QuestionType; readonly value: string };

export type ReadAnswers = { readonly lines: readonly AnswerLine[]; readonly problems: readonly FieldProblem[] };

type Read = { readonly given: Given; readonly problem?: Omit<FieldProblem, "path"> };

/**
 * Reads what a page sent, `all` giving every value sent under a name. An answer to a question that was not asked is
 * dropped, whatever it says; a required one that was not asked is not missing.
 */
export function readAnswers(
  questions: readonly Question[],
  all: (key: string) => readonly string[],
  today: string,
): ReadAnswers {
  const read = new Map(questions.map((question) => [question.key, readOne(question, all(question.key), today)]));
  const answers = new Map([...read].map(([key, { given }]) => [key, given]));
  const lines: AnswerLine[] = [];
  const problems: FieldProblem[] = [];
  for (const { key, type, required } of shownQuestions(questions, answers)) {
    const { given, problem } = read.get(key) ?? { given: undefined };
    if (problem) problems.push({ path: key, ...problem });
    else if (given === undefined && required) problems.push({ path: key, code: "required" });
    else lines.push(...linesOf(key, type, given));
  }
  return { lines, problems };
}

function linesOf(key: string, type: QuestionType, given: Given): AnswerLine[] {
  if (given === undefined) return [];
  return (typeof given === "object" ? given : [String(given)]).map((value) => ({ key, type, value }));
}

function readOne(question: Question, sent: readonly string[], today: string): Read {
  const values = sent.map((value) => value.trim()).filter((value) => value !== "");
  if (values.length === 0) return { given: undefined };
  if (question.type === "several") {
    const picked = question.options.map(({ value }) => value).filter((value) => values.includes(value));
    return values.some((value) => !picked.includes(value)) ? notInList : { given: picked };
  }
  const [value = "", ...more] = values;
  if (more.length > 0) return notInList;
  switch (question.type) {
    case "one":
      return question.options.some((option) => option.value === value) ? { given: value } : notInList;
    case "scale":
      return stepsOf(question).some((step) => String(step) === value) ? { given: Number(value) } : notInList;
    default:
      return typed(value, fieldOf(question), today);
  }
}

const notInList: Read = { given: undefined, problem: { code: "not-in-list" } };

/** Typed answers are read as the cells of any list are. */
function typed(value: string, field: Field, today: string): Read {
  const checked = readValue(value, field, { today });
  if (checked.problem !== undefined) {
    return { given: undefined, problem: { code: checked.problem, ...(checked.params && { params: checked.params }) } };
  }
  const { value: given } = checked;
  return { given: typeof given === "string" || typeof given === "number" ? given : undefined };
}

function fieldOf({ type, text, range }: Question): Field {
  if (type === "number") return { kind: "decimal", label: text, ...range };
  if (type === "date") return { kind: "date", label: text };
  return { kind: "longText", label: text, max: TEXT_MAX };
}
