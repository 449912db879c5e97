import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { PRESETS } from "../../shared/schema/parameter.ts";
import { parameterProblem, parameterText, type ValueProblem } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { createRecord } from "../records/write.ts";
import type { StoredRecord } from "../store/records.ts";

/** A committee's own value as somebody sent it; without `value` the preset holds again from that day. */
export type Setting = {
  readonly value?: unknown;
  readonly from: string;
  readonly decision: string;
  readonly decidedOn: string;
};

/** What was entered, and what an unchecked limit says against it. */
export type Set = { readonly record: StoredRecord; readonly warnings: readonly ValueProblem[] };

/** The list of the committee's own rules, which only this action writes. */
export function ownRulesRegister(): Register {
  const register = registerNamed("parameter-values");
  if (!register) throw new Error("There is no list of own rules");
  return register;
}

/**
 * Enters a committee's own value of a parameter, or which preset it works by (`preset`), from a day on. It needs the
 * decision it rests on and keeps within the law's limits; a limit nobody has read in the law's own text only warns.
 */
export async function setRule(
  deps: Deps,
  community: string,
  name: string,
  setting: Setting,
  context: WriteContext,
): Promise<Set> {
  const { value, from, decision, decidedOn } = setting;
  const { text, warnings } = name === "preset" ? presetText(value) : valueText(name, value);
  const values = { parameter: name, ...(text !== undefined && { value: text }), from, decision, decidedOn };
  const record = await createRecord(deps, ownRulesRegister(), community, values, { ...context, byAction: true });
  return { record, warnings };
}

/** The committee's numbers are the director's to enter, as its decisions are the director's to carry out. */
export function requireRuleSetter(rights: Rights): void {
  if (!rights.posts.includes("director")) throw new Refusal("no-right");
}

function presetText(value: unknown) {
  const preset = PRESETS.find((one) => one === value);
  if (!preset) throw invalid({ path: "value", code: "not-in-list" });
  return { text: preset, warnings: [] };
}

function valueText(name: string, value: unknown): { text: string | undefined; warnings: ValueProblem[] } {
  const parameter = PARAMETERS.get(name);
  if (!parameter) throw new Refusal("not-found");
  if (parameter.fixed) throw invalid({ path: "value", code: "fixed-parameter" });
  if (value === undefined) return { text: undefined, warnings: [] };
  const problem = parameterProblem(parameter, value);
  if (problem && !problem.warns) {
    throw invalid({ path: "value", code: problem.code, ...(problem.params && { params: problem.params }) });
  }
  // A value without problems is one of the parameter's.
  return { text: parameterText(value as Parameters<typeof parameterText>[0]), warnings: problem ? [problem] : [] };
}
