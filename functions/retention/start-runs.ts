import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { retentionActor } from "../../shared/words/retention.ts";
import type { Deps } from "../http/deps.ts";
import { addJob } from "../jobs/job.ts";
import { communitiesDue, reachedDay, setReachedDay } from "./calendar.ts";

/** How far the first run of an installation looks back. */
const FIRST_LOOK_DAYS = 400;
const AT_ONCE = 8;

/**
 * The new day (每日): a job for each community that has something due. A day is passed over for good only when its part
 * of the calendar is empty, so that what a run could not do is done by the next. Two runs of one day start one job.
 */
export async function startRetention(deps: Deps): Promise<void> {
  const today = dayOf(deps.now());
  const reached = (await reachedDay(deps)) ?? addDays(today, -FIRST_LOOK_DAYS);
  const due = new Map<string, string>();
  for (let day = reached; day <= today; day = addDays(day, 1)) {
    for await (const community of communitiesDue(deps, day)) if (!due.has(community)) due.set(community, day);
  }
  const rest = [...due];
  while (rest.length > 0) {
    await Promise.all(rest.splice(0, AT_ONCE).map(([community, from]) => start(deps, community, from, today)));
  }
  const [first = today] = [...due.values()].sort();
  await setReachedDay(deps, first);
}

function start(deps: Deps, community: string, from: string, day: string): Promise<boolean> {
  return addJob(deps, {
    community,
    id: `retention-${community}-${day}`,
    kind: "retention",
    state: "queued",
    account: retentionActor.account,
    name: retentionActor.name,
    createdAt: deps.now(),
    total: 0,
    done: 0,
    turn: 0,
    data: { from, day },
  });
}
