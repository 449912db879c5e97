import { Refusal } from "../../shared/contract/refusal.ts";
import type { Effect } from "../flows/effect.ts";
import { jobWrite } from "../jobs/job.ts";

/** Makes the voter list from the residents (生成选民登记, S3.8): long work, begun in the transaction of the step. */
export const enrolVoters: Effect = async (deps, { community, id, values }, { actor }) => {
  if (typeof values.day !== "string") throw new Refusal("conflict", [{ path: "day", code: "required" }]);
  const job = {
    community,
    id: deps.newId(),
    kind: "voters",
    state: "queued" as const,
    account: actor.account,
    name: actor.name,
    createdAt: deps.now(),
    total: 0,
    done: 0,
    turn: 0,
    data: { election: id },
  };
  return { extra: [jobWrite(deps, job)] };
};
