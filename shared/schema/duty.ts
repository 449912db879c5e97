import type { Who } from "./flow.ts";
import type { Label } from "./label.ts";

/** How often a duty comes round: for each day the books moved, each month, each quarter. */
export type Rhythm = "day" | "month" | "quarter";

/** Where a duty is fulfilled: written down by whoever did it, or seen by the books themselves. */
export type Fulfilment = "record" | "day-close" | "month-close" | "review";

/** Something that is to be done again and again (定期职责, D01-D20): for whom, until when, and what shows that it was. */
export type Duty = {
  /** `D01` and so on. */
  readonly name: string;
  readonly label: Label;
  readonly rhythm: Rhythm;
  readonly who: readonly Who[];
  /** A parameter: how many days after its month, quarter or day ends it must be done. */
  readonly days: string;
  /** To whom it climbs when late; `after` names a parameter of days. */
  readonly late: readonly { readonly after?: string; readonly to: readonly Who[] }[];
  /** What stands as evidence, in words. */
  readonly evidence: Label;
  readonly fulfilment: Fulfilment;
  /** Columns of the list of duties that must be filled for it. */
  readonly needs?: readonly string[];
};

/** The one way to state a duty; checks what the type cannot say when the file is loaded. */
export function defineDuty(duty: Duty): Duty {
  if (duty.fulfilment === "record" && duty.rhythm === "day") throw new Error(`${duty.name}: nobody writes this daily`);
  return duty;
}
