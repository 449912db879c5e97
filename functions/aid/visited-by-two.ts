import { invalid } from "../../shared/contract/refusal.ts";
import { aidVisitProblems } from "../../shared/rules/aid.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Effect } from "../flows/effect.ts";
import { readRules } from "../rules/read-rules.ts";
import { batchGetRecords } from "../store/records.ts";

/** A household that asks for aid was seen at home by two of the staff, after it applied (入户核查, S8.13). */
export const visitedByTwo: Effect = async (deps, { community, values }, _context, given) => {
  const { visits: ids } = given;
  // What is missing, or names no record, the step itself refuses.
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string")) return {};
  const visits = await batchGetRecords(deps, "visits", community, ids);
  const posts = await batchGetRecords(deps, "posts", community, [
    ...new Set(visits.flatMap(({ values: { visitors } }) => (Array.isArray(visitors) ? visitors.map(String) : []))),
  ]);
  const min = (await readRules(deps, community)).number("aid.visitors", dayOf(deps.now())).value;
  const problems = aidVisitProblems(
    values,
    visits.map((visit) => visit.values),
    posts.map((post) => post.values),
    min,
  );
  if (problems.length > 0) throw invalid(...problems);
  return {};
};
