import type { FieldProblem } from "../../contract/refusal.ts";
import type { Values } from "../../schema/field.ts";
import { conditionKeys, readCondition } from "./condition.ts";
import { splitOptions } from "./options.ts";
import { type Question, type QuestionRow, readQuestions, SCALE_STEPS_MAX, stepsOf } from "./question.ts";

/** Inputs of the page that are no question's. */
const RESERVED = new Set(["token", "website", "consent", "householdCode"]);
export const OPTIONS_MAX = 40;

/** Names questions that have no key yet (q1, q2 …): a clerk need not invent any. */
export function keyedRows(rows: readonly QuestionRow[]): readonly QuestionRow[] {
  const taken = new Set(rows.flatMap(({ key }) => (typeof key === "string" ? [key] : [])));
  let next = 1;
  const free = () => {
    while (taken.has(`q${next}`)) next += 1;
    taken.add(`q${next}`);
    return `q${next}`;
  };
  return rows.map((row) => ({
    ...row,
    key: row.key ?? free(),
    type: row.type ?? (splitOptions(String(row.options ?? "")).length > 1 ? "one" : "text"),
  }));
}

/** What is wrong with a survey as a whole (问卷检查): its dates, and each question by its place. */
export function surveyProblems(values: Values): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { opens, closes } = values;
  if (typeof opens === "string" && typeof closes === "string" && closes <= opens) {
    problems.push({ path: "closes", code: "before-start" });
  }
  const rows = Array.isArray(values.questions) ? (values.questions as readonly QuestionRow[]) : [];
  const seen = new Set<string>();
  for (const [index, question] of readQuestions(rows).entries()) {
    const at = (column: string, code: string, params?: FieldProblem["params"]) =>
      problems.push({ path: `questions.${index}.${column}`, code, ...(params && { params }) });
    if (!/^[A-Za-z][A-Za-z0-9_]{0,30}$/.test(question.key) || RESERVED.has(question.key)) at("key", "not-a-key");
    else if (seen.has(question.key)) at("key", "repeated");
    for (const [column, code, params] of ownProblems(question)) at(column, code, params);
    const condition = conditionProblem(String(rows[index]?.showIf ?? ""), seen);
    if (condition) at("showIf", condition.code, condition.params);
    seen.add(question.key);
  }
  return problems;
}

type Own = readonly [column: string, code: string, params?: FieldProblem["params"]];

function ownProblems(question: Question): Own[] {
  const { type, options } = question;
  if (type === "scale") {
    const steps = stepsOf(question).length;
    return steps > SCALE_STEPS_MAX ? [["options", "too-many-steps", { max: SCALE_STEPS_MAX }]] : [];
  }
  if (type !== "one" && type !== "several") return [];
  if (options.length < 2) return [["options", "too-few-options"]];
  return options.length > OPTIONS_MAX ? [["options", "too-many-options", { max: OPTIONS_MAX }]] : [];
}

/** A condition looks only at questions that stand before. */
function conditionProblem(written: string, before: ReadonlySet<string>): Omit<FieldProblem, "path"> | undefined {
  if (written.trim() === "") return undefined;
  const condition = readCondition(written);
  if (!condition) return { code: "not-a-condition" };
  const unknown = conditionKeys(condition).find((key) => !before.has(key));
  return unknown === undefined ? undefined : { code: "condition-later", params: { key: unknown } };
}
