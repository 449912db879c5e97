import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { restDaysOf, rests } from "../../shared/rules/deadline.ts";
import { firstDay, isPeriod } from "../../shared/rules/duty.ts";
import { DUTIES } from "../../shared/schema/duties.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { createRecord } from "../records/write.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";

export type DutyDone = { readonly period: string; readonly values: Readonly<Record<string, unknown>> };

/**
 * Writes down that a duty was done, with its evidence: by whom it waits for, once for each period, never for one that
 * has not begun.
 */
export async function recordDuty(
  deps: Deps,
  community: string,
  name: string,
  { period, values }: DutyDone,
  rights: Pick<Rights, "posts">,
  context: WriteContext,
): Promise<StoredRecord> {
  const duty = DUTIES.get(name);
  const register = registerNamed("duties");
  // What the books show is done in the books.
  if (!duty || !register || duty.fulfilment !== "record") throw new Refusal("not-found");
  if (!duty.who.some((who) => rights.posts.includes(who))) throw new Refusal("no-right");
  const today = dayOf(deps.now());
  if (!isPeriod(duty.rhythm, period)) throw invalid({ path: "period", code: "not-a-period" });
  if (firstDay(duty.rhythm, period, duty.season) > today) throw invalid({ path: "period", code: "in-the-future" });
  if (duty.rhythm === "workday") await refuseRest(deps, community, period);
  const needed = (duty.needs ?? []).filter((path) => (values[path] ?? "") === "");
  if (needed.length > 0) throw invalid(...needed.map((path) => ({ path, code: "required" })));
  const done = { done: today, ...values, duty: duty.name, period };
  return createRecord(deps, register, community, done, { ...context, byAction: true });
}

async function refuseRest(deps: Deps, community: string, day: string): Promise<void> {
  if (rests(day, restDaysOf(await readRules(deps, community), day)))
    throw invalid({ path: "period", code: "day-of-rest" });
}
