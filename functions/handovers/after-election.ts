import { handoverParties } from "../../shared/words/handover.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { allRecords } from "../store/records.ts";
import { planHandover } from "./open-handover.ts";

/** Plans the outgoing committee's handover after an election (S3.22), unless it has been opened: offices may be elected one by one. */
export async function planHandoverAfter(
  deps: Deps,
  community: string,
  election: string,
  { actor }: WriteContext,
): Promise<WritePlan | undefined> {
  for await (const { values } of allRecords(deps, "handovers", community)) {
    if (values.election === election) return undefined;
  }
  return planHandover(deps, community, { ended: election, ...handoverParties }, { actor, action: "create" });
}
