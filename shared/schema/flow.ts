import type { Value, Values } from "./field.ts";
import type { Label } from "./label.ts";

/**
 * Who may move or is waited for: a post of `shared/guard/roles.ts` (`director`), an area role (`street`), `staff` for
 * whoever may write the list, `resident` for whom the record is about, or `clock` for what happens by itself.
 */
export type Who = string;

/** A record as a condition looks at it. */
export type Own = { readonly id: string; readonly values: Values };

/**
 * What must be so elsewhere before a step is taken (前提): something of a kind has been made public, on or after the day
 * in column `since`; a list holds a record that shows it; or a list holds none that stands against it. `code` is the
 * sentence of the refusal.
 */
export type Condition =
  | { readonly published: string; readonly since: string; readonly when?: (publication: Values, own: Own) => boolean }
  | { readonly shown: string; readonly when: (row: Values, own: Own) => boolean; readonly code: string }
  | { readonly none: string; readonly when: (row: Values, own: Own) => boolean; readonly code: string };

/** Where a record stands (状态): whom it waits for, until when, and to whom it climbs when it is late. */
export type FlowState = {
  /** Nothing more happens. */
  readonly final?: true;
  readonly waitsFor?: readonly Who[];
  /**
   * The last day to leave the state: so many days after it was entered, or after the day in column `from`; none where
   * that column is empty. A last day of rest goes on to the next working day, unless it is `exact`. With `ahead` it is
   * so many days before the day in `from`, and never moved.
   */
  readonly due?: {
    readonly days: string;
    readonly from?: string;
    readonly working?: true;
    readonly exact?: true;
    readonly ahead?: true;
  };
  /** To whom it climbs once it is late, at once or so many days after the last day; `after` names a parameter. */
  readonly late?: readonly { readonly after?: string; readonly to: readonly Who[] }[];
  /** The move that happens by itself when the last day has passed. */
  readonly passes?: string;
};

/** One step from a state to another (流转): who takes it and what must be on the record then. */
export type FlowMove = {
  readonly label: Label;
  readonly from: readonly string[];
  /** Left out, the record stays in the state it is in. */
  readonly to?: string;
  readonly who: readonly Who[];
  readonly before?: readonly Condition[];
  /** Columns the move may set, also those that nobody types. */
  readonly takes?: readonly string[];
  /** Evidence: columns that must be filled after the move. */
  readonly needs?: readonly string[];
  /** A reason must be given; it stays in the record's history. */
  readonly reason?: true;
  /** A second person: not by whoever took one of these moves, or made the record (`create`). */
  readonly notBy?: readonly string[];
  /** The column with the account that alone may take it; where the column is empty, anybody of `who`. */
  readonly by?: string;
  /**
   * The date column of the day on which the step was taken: today, or the earlier day that is given when a letter sent
   * on Tuesday is entered on Friday. Deadlines count from it, and what is late is judged by it.
   */
  readonly on?: string;
  /** Columns worked out by the move itself. */
  readonly sets?: (values: Values, today: string) => Readonly<Record<string, Value>>;
};

/**
 * How the records of a list go from state to state (流程). The state moves by these moves alone: never by typing,
 * paste, import or undo. Everything about a flow is here; one code carries all of them.
 */
export type Flow = {
  readonly name: string;
  readonly label: Label;
  readonly register: string;
  /** The `byAction` code column that holds the state; its words are the states' words. */
  readonly state: string;
  /** Which records, where several flows share a list. */
  readonly when?: { readonly field: string; readonly in: readonly string[] };
  /** The mechanism that takes these moves on its own path, because it does more in the same transaction. */
  readonly path?: string;
  /** The state of a new record. */
  readonly initial: string;
  /** A `byAction` date column that shows the last day of the present state. */
  readonly due?: string;
  /** The date column of the day on which it began, today unless given: the first deadline counts from it. */
  readonly on?: string;
  /** The day of a step is never before that of the step it follows; the first may lie before the record was entered. */
  readonly inOrder?: true;
  readonly states: Readonly<Record<string, FlowState>>;
  readonly moves: Readonly<Record<string, FlowMove>>;
  /** States in which no column may be edited by typing, paste or import, and the record not deleted. */
  readonly locked?: readonly string[];
  /** Once a step has been taken, the record is not deleted any more: what was counted or ordered stays on record. */
  readonly kept?: true;
};

/** The one way to state a flow; checks what the type cannot say when the file is loaded. */
export function defineFlow(flow: Flow): Flow {
  const { name, states, moves } = flow;
  const unknown = [
    flow.initial,
    ...(flow.locked ?? []),
    ...Object.values(moves).flatMap(({ from, to }) => [...from, to ?? []].flat()),
  ].find((state) => !Object.hasOwn(states, state));
  if (unknown !== undefined) throw new Error(`${name}: no state ${unknown}`);
  for (const [state, { passes, due, final, waitsFor }] of Object.entries(states)) {
    if (passes !== undefined && !moves[passes]?.from.includes(state))
      throw new Error(`${name}: ${state} passes nowhere`);
    if (final && (due || waitsFor)) throw new Error(`${name}: ${state} is an end and waits`);
    if (due?.ahead && due.from === undefined) throw new Error(`${name}: ${state} is due ahead of nothing`);
  }
  const own = Object.values(moves).find(({ takes = [] }) => takes.includes(flow.state));
  if (own) throw new Error(`${name}: ${own.label.en} takes the state`);
  const step = Object.values(moves).flatMap(({ notBy = [] }) => notBy);
  const missing = step.find((move) => move !== "create" && !Object.hasOwn(moves, move));
  if (missing !== undefined) throw new Error(`${name}: no move ${missing}`);
  return flow;
}
