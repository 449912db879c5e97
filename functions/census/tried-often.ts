import { invalid } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { attemptProblems } from "../../shared/rules/census.ts";
import type { Effect } from "../flows/effect.ts";
import { readRules } from "../rules/read-rules.ts";

/** Nobody is given up as empty or refusing before somebody has come often enough, at different times (S5.6). */
export const triedOften: Effect = async (deps, { community, values }, _context, given) => {
  const rules = await readRules(deps, community);
  const min = rules.number("census.attempts", dayOf(deps.now())).value;
  const problems = attemptProblems(given.attempts ?? values.attempts, min);
  if (problems.length > 0) throw invalid(...problems);
  return {};
};
