import type { InForce } from "../../shared/rules/in-force.ts";
import type { RecordView } from "../providers/contract.ts";

/** What a rule has to say, as the staff API words it. */
export type FindingView = {
  readonly code: string;
  readonly level: "fails" | "warns";
  readonly message: string;
  readonly parameter?: string;
};

export type ResultRow = {
  readonly id: string;
  readonly name: string;
  readonly office?: string;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly elected: boolean;
};

export type VoteView = RecordView & {
  readonly ballot: readonly { readonly id: string; readonly name: string; readonly office?: string }[];
  readonly candidatesNeeded?: number;
  readonly findings?: readonly FindingView[];
  readonly rules: readonly InForce[];
  readonly counts: {
    readonly entered: number;
    readonly mine: boolean;
    readonly by?: readonly string[];
    readonly differing?: readonly { readonly path: string; readonly figures: readonly (number | null)[] }[];
  };
};

export type Seat = { readonly id: string; readonly name: string; readonly note?: string; readonly present: boolean };

/** GET …/meetings/{id}. */
export type MeetingView = RecordView & {
  readonly attendance: {
    readonly due: number;
    readonly present: number;
    readonly closed: boolean;
    readonly needed: number;
    readonly neededRead?: number;
    readonly findings: readonly FindingView[];
    readonly rules: readonly InForce[];
  };
  readonly roll: readonly Seat[];
  readonly votes: readonly VoteView[];
};
