import { Refusal } from "../../shared/contract/refusal.ts";
import type { Effect } from "../flows/effect.ts";

/** What was to be corrected is corrected before an audit is signed off (审计整改, S8.24). */
export const correctionsDone: Effect = async (_deps, { values }) => {
  if (values.state === "reported" && values.corrections)
    throw new Refusal("conflict", [{ path: "corrected", code: "corrections-open" }]);
  return {};
};
