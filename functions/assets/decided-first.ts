import { invalid } from "../../shared/contract/refusal.ts";
import type { Effect } from "../flows/effect.ts";
import { unchanged } from "../records/unchanged.ts";
import { getRecord } from "../store/records.ts";

/** An asset is scrapped by the decision of a meeting that was held, and whose minutes say so (S8.8). */
export const decidedFirst: Effect = async (deps, { community }, _context, { decidedBy }) => {
  // What is missing, the step itself refuses.
  if (typeof decidedBy !== "string") return {};
  const meeting = await getRecord(deps, "meetings", community, decidedBy);
  const isDecided = meeting?.values.state === "closed" && meeting.values.minutes;
  if (!meeting || !isDecided) throw invalid({ path: "decidedBy", code: "meeting-not-held" });
  return { extra: [unchanged(deps, meeting)] };
};
