import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import type { Stage } from "../../shared/rules/flow.ts";
import { LEDGER_POSTS } from "../../shared/rules/handover.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { readGuard } from "../accounts/guard-state.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords } from "../store/records.ts";

/** A term that ends, or has ended, and that nobody has begun to hand over. */
export type DueHandover = {
  readonly post: string;
  readonly code: string;
  readonly person: string;
  readonly stage: Stage;
};

/** How long before its last day a term is shown, and how long after it. */
const SHOWN_BEFORE = 30;
const SHOWN_AFTER = 90;

/** Terms with rights in the books whose handover is to be opened (移交待启动): read when somebody looks, so that no clock is needed. */
export async function dueHandovers(deps: Deps, community: string, rules: Rules): Promise<DueHandover[]> {
  const today = dayOf(deps.now());
  const { terms } = (await readGuard(deps, community, undefined)).exclusive;
  const ending = terms.filter(
    ({ post, until }) =>
      LEDGER_POSTS.has(post) &&
      until !== undefined &&
      until <= addDays(today, SHOWN_BEFORE) &&
      until >= addDays(today, -SHOWN_AFTER),
  );
  if (ending.length === 0) return [];
  const begun = new Set<unknown>();
  for await (const { values } of allRecords(deps, "handovers", community)) begun.add(values.post);
  const days = rules.number("elections.handoverDays", today).value ?? 0;
  return ending
    .filter(({ id }) => !begun.has(id))
    .map(({ id, post, person, until = today }) => {
      const due = addDays(until, days);
      return { post: id, code: post, person, stage: { since: addDays(until, -SHOWN_BEFORE), due } };
    });
}
