import type { FieldProblem } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import { type CheckedValues, checkInputs, withoutNulls } from "../../shared/schema/values.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";

/**
 * A record with the columns that its list's calculation works out (计算列), by the numbers in force on its own day. What
 * does not hold is not worked out.
 */
export async function withComputed(
  deps: Deps,
  register: Register,
  community: string,
  complete: CheckedValues,
  rules?: Rules,
): Promise<CheckedValues> {
  const { computed, fields } = register;
  if (!computed || complete.problems.length > 0) return complete;
  const { by, on } = computed;
  const { values } = complete;
  const asked = Object.fromEntries(
    Object.keys(by.inputs).flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );
  const inputs = checkInputs(by.inputs, asked, { today: dayOf(deps.now()) });
  if (inputs.problems.length > 0) return { values, problems: [...inputs.problems] };
  const written = String(values[on]);
  const day = written.length === 7 ? `${written}-01` : written.slice(0, 10);
  const { results, findings } = by.run(inputs.values, rules ?? (await readRules(deps, community)), day);
  const problems: FieldProblem[] = findings
    .filter(({ level }) => level === "fails")
    .map(({ code, params }) => ({ path: on, code, ...(params && { params }) }));
  // An answer that is not given this time is not left over from the last.
  const answers = Object.fromEntries(computed.answers.map((key): [string, Value] => [key, null]));
  for (const { key, value } of results) if (fields[key]) answers[key] = value;
  return { values: withoutNulls({ ...values, ...answers }), problems };
}
