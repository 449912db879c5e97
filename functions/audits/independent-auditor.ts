import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { auditedIn, notIndependent } from "../../shared/rules/audit.ts";
import { termOf } from "../accounts/grant-posts.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords } from "../store/records.ts";

/** Nobody audits the books they stood for (S8.24): neither by name nor by account, at any time of the period. */
export const independentAuditor: Effect = async (deps, { community, values }, { actor }, given) => {
  await refuseDependent(deps, community, String(values.from), String(values.until), actor.account, given);
  return {};
};

/** Whoever audits a leaving holder never stood for the books on that day, and neither gives nor takes (S8.21). */
export const independentOfHandover: Effect = async (deps, { community, values }, { actor }, given) => {
  const ended = String(values.ended);
  await refuseDependent(deps, community, ended, ended, actor.account, given, [values.giver, values.taker]);
  return {};
};

async function refuseDependent(
  deps: Deps,
  community: string,
  from: string,
  until: string,
  account: string,
  given: Readonly<Record<string, unknown>>,
  sides: readonly unknown[] = [],
): Promise<void> {
  const terms = [];
  for await (const { id, values } of allRecords(deps, "posts", community)) terms.push(termOf(id, values));
  const held = auditedIn(terms, from, until);
  if (held.some((term) => term.account === account)) throw new Refusal("no-right");
  const named = sides.flatMap((person) => (typeof person === "string" ? [person] : []));
  const problems = ["auditor", "auditors"].flatMap((path) => {
    const text = given[path];
    if (typeof text !== "string") return [];
    const [name] = notIndependent([text], [...held.map(({ person }) => person), ...named]);
    return name === undefined ? [] : [{ path, code: "auditor-audited", params: { name } }];
  });
  if (problems.length > 0) throw invalid(...problems);
}
