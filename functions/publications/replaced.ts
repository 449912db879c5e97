import type { Rules } from "../../shared/rules/in-force.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { clockRights, planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import type { StoredRecord } from "../store/records.ts";
import { frozenContent } from "./archive.ts";
import { planTakeDown } from "./posting.ts";

/** Takes off the board what the publication of this number replaces (更正), unless its days are over already. */
export async function planReplaced(
  deps: Deps,
  earlier: StoredRecord | undefined,
  by: number,
  { actor }: Pick<WriteContext, "actor">,
  rules?: Rules,
): Promise<readonly WritePlan[]> {
  const flow = earlier && flowOf("publications", earlier.values);
  const content = earlier && (await frozenContent(deps, earlier));
  if (!earlier || !flow || !content || earlier.values.state !== "posted") return [];
  const replaced = { no: Number(earlier.values.no), to: String(earlier.values.to) };
  const extra = planTakeDown(deps, earlier.community, replaced, { why: "corrected", by }, content);
  const options = { rights: clockRights, ...(rules && { rules }), extra };
  return [await planMove(deps, flow, earlier, "archive", {}, { actor, action: "move" }, options)];
}
