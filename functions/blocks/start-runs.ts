import { dayOf } from "../../shared/rules/calendar.ts";
import { clockActor } from "../../shared/words/flows.ts";
import { countedCommunities } from "../counts/calendar.ts";
import type { Deps } from "../http/deps.ts";
import { addJob } from "../jobs/job.ts";
import { readBlocksHead } from "./chain.ts";
import { mayHaveNews } from "./new-entries.ts";

const AT_ONCE = 4;

/** The new day (每日): a job for each community in which something happened. Two runs of one day start one job. */
export async function startBlocks(deps: Deps): Promise<void> {
  const through = deps.now();
  const rest: string[] = [];
  for await (const [community] of countedCommunities(deps)) rest.push(community);
  while (rest.length > 0) {
    await Promise.all(rest.splice(0, AT_ONCE).map((community) => start(deps, community, through)));
  }
}

async function start(deps: Deps, community: string, through: number): Promise<void> {
  const head = await readBlocksHead(deps, community);
  if (!(await mayHaveNews(deps, community, head, through))) return;
  const day = dayOf(through);
  await addJob(deps, {
    community,
    id: `blocks-${community}-${day}`,
    kind: "blocks",
    state: "queued",
    account: clockActor.account,
    name: clockActor.name,
    createdAt: through,
    total: 0,
    done: 0,
    turn: 0,
    data: { day, through },
  });
}
