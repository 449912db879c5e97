import type { FieldProblem } from "../contract/refusal.ts";
import { canonicalJson } from "../rules/canonical-json.ts";
import type { Value, Values } from "../schema/field.ts";
import { type Register, uniqueSets } from "../schema/register.ts";
import { type CheckedValues, completeValues } from "../schema/values.ts";
import { differences } from "./differences.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Existing, ListIndex } from "./list-index.ts";
import { fills } from "./row-keys.ts";
import type { OwnCell, RowValues } from "./row-values.ts";

type Row = {
  readonly said: RowValues;
  readonly unchanged: ReadonlySet<string>;
  readonly existing: Existing | undefined;
  readonly wanted: Values;
  readonly placeProblems: readonly FieldProblem[];
};

/** The whole record a row leaves, its changes against what is there, and everything that stands against it. */
export async function wantedRecord(
  { register, columns, index, today }: Evaluation,
  { said, unchanged, existing, wanted, placeProblems }: Row,
): Promise<{ values: Values; changes: Values; problems: readonly FieldProblem[] }> {
  const different = existing ? await differences(register, existing, wanted, index) : wanted;
  const beginnings = [...said.own].filter(([key, cell]) => cell.beginnings && !unchanged.has(key));
  const isTouched = !existing || Object.keys(different).length > 0 || beginnings.length > 0;
  const before: Values = existing && isTouched ? await index.open(register.name, existing) : {};
  const complete: CheckedValues = isTouched
    ? completeValues(register, { ...before, ...different }, new Set(Object.keys(different)), today)
    : { values: {}, problems: [] };
  const found = [
    ...cellProblems(said, unchanged),
    ...nameless(register, columns, said),
    ...beginnings.flatMap(([key, cell]) => beginningProblem(key, cell, complete.values[key])),
    ...said.problems,
    ...placeProblems,
    ...(await takenProblems(register, existing, different, complete.values, index)),
  ];
  const isIdentityWrong = found.some(({ path }) => register.fields[path]?.kind === "identityNumber");
  const missing = complete.problems.filter(({ path, code }) => {
    // What is missing often has its reason beside it: a cell that does not hold, or the number it would come from.
    const isExplained = found.some((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
    const wouldFollow = isIdentityWrong && code === "required" && !columns.some(({ field }) => field === path);
    return !isExplained && !wouldFollow;
  });
  return {
    values: complete.values,
    changes: existing && isTouched ? changedValues(before, complete.values) : {},
    problems: onePerPath([...found, ...missing]),
  };
}

/** A row that names nobody is not taken, even where its number would tell who is meant: something went wrong in it. */
function nameless(register: Register, columns: Evaluation["columns"], said: RowValues): FieldProblem[] {
  return register.title
    .filter((key) => register.fields[key]?.required && columns.some(({ field }) => field === key) && !said.own.has(key))
    .map((path) => ({ path, code: "required" }));
}

function cellProblems(said: RowValues, unchanged: ReadonlySet<string>): FieldProblem[] {
  return [...said.own].flatMap(([key, cell]) => {
    if (unchanged.has(key)) return [];
    if (cell.problem) return [cell.problem];
    return cell.masked === undefined ? [] : [{ path: key, code: "masked" }];
  });
}

/** A file that gives the month alone must not contradict the day that is known otherwise. */
function beginningProblem(path: string, cell: OwnCell, value: Value | undefined): FieldProblem[] {
  if (typeof value !== "string") return [{ path, code: "not-a-date" }];
  return cell.beginnings?.some((beginning) => value.startsWith(beginning)) ? [] : [{ path, code: "birth-differs" }];
}

async function takenProblems(
  register: Register,
  existing: Existing | undefined,
  different: Values,
  values: Values,
  index: ListIndex,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const set of uniqueSets(register)) {
    if (!set.some((key) => different[key] !== undefined) || !fills(register, set, values)) continue;
    const other = await index.find(register.name, set, values);
    if (other && other.id !== existing?.id) problems.push({ path: set[0] ?? "", code: "not-unique" });
  }
  return problems;
}

function changedValues(before: Values, after: Values): Values {
  const changes: Record<string, Value> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const now = after[key] ?? null;
    if (canonicalJson(before[key] ?? null) !== canonicalJson(now)) changes[key] = now;
  }
  return changes;
}

function onePerPath(problems: readonly FieldProblem[]): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  for (const problem of problems) if (!found.has(problem.path)) found.set(problem.path, problem);
  return [...found.values()];
}
