import type { Finding } from "../../shared/rules/finding.ts";
import type { InForce, Rules } from "../../shared/rules/in-force.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import type { WritePlan } from "../records/context.ts";
import type { StoredRecord } from "../store/records.ts";
import type { Actor } from "./act.ts";

/** One act on one vote, worked out on the records as they are. */
export type VoteAct = Actor & {
  readonly community: string;
  readonly flow: Flow;
  readonly current: StoredRecord;
  readonly given: Readonly<Record<string, unknown>>;
  readonly rules: Rules;
};

/** Plans of one transaction, the vote's own first, with what is told beside them. */
export type VotePlan = {
  readonly plans: readonly [WritePlan, ...WritePlan[]];
  readonly warnings?: readonly Finding[];
  readonly rules?: readonly InForce[];
};
