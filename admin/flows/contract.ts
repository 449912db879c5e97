import type { InForce } from "../../shared/rules/in-force.ts";
import type { Label } from "../../shared/schema/label.ts";

/** A move as the staff API offers it. */
export type MoveView = {
  readonly name: string;
  readonly label: Label;
  readonly to: string;
  readonly takes: readonly string[];
  readonly needs: readonly string[];
  readonly reason: boolean;
  readonly on?: string;
};

export type StepView = {
  readonly move: string;
  readonly to: string;
  readonly by: string;
  readonly at: string;
  readonly on?: string;
  readonly late?: true;
  /** What was done, where the state stayed as it was. */
  readonly label?: Label;
};

/** Where a record stands and what may be done now: GET …/records/{id}/moves. */
export type MovesView = {
  readonly label: Label;
  /** The mechanism whose own buttons take the moves. */
  readonly path?: string;
  readonly state: string;
  readonly due?: string;
  readonly daysLate?: number;
  readonly rule?: Pick<InForce, "parameter" | "value" | "source" | "checked">;
  /** Posts and others (`moverWords`) whose step is next. */
  readonly waitsFor: readonly string[];
  readonly moves: readonly MoveView[];
  readonly steps: readonly StepView[];
};
