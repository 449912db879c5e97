import type { FieldProblem } from "../contract/refusal.ts";
import type { Fields, Value, Values } from "./field.ts";
import type { Reading } from "./kind.ts";
import type { Register } from "./register.ts";
import { checkValue } from "./value.ts";

/** Values that hold, and everything wrong with those that do not. */
export type CheckedValues = { readonly values: Values; readonly problems: readonly FieldProblem[] };

/** Checks single columns of what somebody sent: unknown columns, wrong kinds, columns that move by action only. */
export function checkGiven(
  register: Pick<Register, "fields">,
  given: Readonly<Record<string, unknown>>,
  reading: Reading,
  byAction = false,
): CheckedValues {
  const values: Record<string, Value> = {};
  const problems: FieldProblem[] = [];
  for (const [key, value] of Object.entries(given)) {
    const field = Object.hasOwn(register.fields, key) ? register.fields[key] : undefined;
    if (!field) {
      problems.push({ path: key, code: "unknown-field" });
      continue;
    }
    if (field.byAction && !byAction) {
      problems.push({ path: key, code: "by-action-only" });
      continue;
    }
    const checked = checkValue(value, field, reading);
    if (checked.problem === undefined) values[key] = checked.value;
    else problems.push(problemAt(key, checked));
  }
  return { values, problems };
}

/** Completes a whole record: initial and derived values, then required columns and the register's own check. */
export function completeValues(
  register: Pick<Register, "fields" | "derive" | "check">,
  values: Values,
  given: ReadonlySet<string>,
  today: string,
): CheckedValues {
  const initial: Record<string, Value> = {};
  for (const [key, field] of Object.entries(register.fields)) {
    if (field.initial !== undefined && (values[key] === undefined || values[key] === null))
      initial[key] = field.initial;
  }
  const complete = withoutNulls({ ...values, ...initial });
  const derived = register.derive ? withoutNulls({ ...complete, ...register.derive(complete, given) }) : complete;
  const problems: FieldProblem[] = [];
  for (const [key, field] of Object.entries(register.fields)) {
    if (field.required && derived[key] === undefined) problems.push({ path: key, code: "required" });
  }
  return { values: derived, problems: [...problems, ...(register.check?.(derived, today) ?? [])] };
}

/** Checks and completes what is asked on a form of its own, which no list keeps. */
export function checkInputs(fields: Fields, given: Readonly<Record<string, unknown>>, reading: Reading): CheckedValues {
  const checked = checkGiven({ fields }, given, reading);
  const complete = completeValues({ fields }, checked.values, new Set(Object.keys(given)), reading.today);
  const known = new Set(checked.problems.map(({ path }) => path.split(".")[0]));
  // An entry that does not hold is not missing too.
  const missing = complete.problems.filter(({ path }) => !known.has(path));
  return { values: complete.values, problems: [...checked.problems, ...missing] };
}

/** Values without empty columns, which is how records are kept. */
export function withoutNulls(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

export function problemAt(
  key: string,
  checked: { problem: string; params?: Readonly<Record<string, string | number>>; path?: string },
): FieldProblem {
  return {
    path: checked.path === undefined ? key : `${key}.${checked.path}`,
    code: checked.problem,
    ...(checked.params && { params: checked.params }),
  };
}
