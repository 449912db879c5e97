import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Flow, FlowMove } from "../../shared/schema/flow.ts";
import type { Register } from "../../shared/schema/register.ts";
import { checkGiven, completeValues, withoutNulls } from "../../shared/schema/values.ts";
import { refuseLocked, refuseLockedEnd } from "../flows/locked.ts";
import { type Progress, progressOf, withProgress } from "../flows/progress.ts";
import { workItems } from "../flows/work-items.ts";
import type { Deps } from "../http/deps.ts";
import { refuseClosedDay } from "../ledger/head.ts";
import { dueItems } from "../retention/due-items.ts";
import { itemOf, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { type PlannedChange, plannedChange } from "./change.ts";
import { withComputed } from "./computed.ts";
import { type Problems, TOMBSTONE_DAYS, type WriteContext, type WritePlan } from "./context.ts";
import { guardItems } from "./guards.ts";
import { openValues } from "./open-values.ts";
import { backReferenceItems, referenceProblems, referrersOf } from "./references.ts";

export type PlanOptions = {
  readonly id?: string;
  /** A deleted record of this id, whose versions go on. */
  readonly over?: StoredRecord;
  /** Further items of the same transaction. */
  readonly extra?: readonly PlannedItem[];
  /** The caller has seen to it that references hold, as an import does for the rows it makes itself. */
  readonly referencesHold?: boolean;
  /** The move of its flow by which the record changes; `planMove` has seen to it that it may be taken. */
  readonly move?: { readonly flow: Flow; readonly name: string; readonly move: FlowMove };
  /** The community's rules, where the caller has read them. */
  readonly rules?: Rules;
  /** An action of the caller's own writes the record or takes it back, though its flow has locked it. */
  readonly unlocked?: true;
};

/** Plans a new record, or refuses with everything wrong about it. */
export async function planCreate(
  deps: Deps,
  register: Register,
  community: string,
  given: Readonly<Record<string, unknown>>,
  context: WriteContext,
  options: PlanOptions = {},
): Promise<WritePlan> {
  const today = dayOf(deps.now());
  const checked = checkGiven(register, given, { today }, context.byAction);
  const typed = completeValues(register, checked.values, new Set(Object.keys(given)), today);
  const complete = await withComputed(deps, register, community, typed, options.rules);
  const problems = merged(
    checked.problems,
    hiddenProblems(register, given, context),
    complete.problems,
    options.referencesHold ? [] : await referenceProblems(deps, register, community, {}, complete.values),
  );
  if (problems.length > 0) throw invalid(...problems);
  const { over: current, rules } = options;
  const write = { community, current, after: complete.values, ...(rules && { rules }) };
  const progress = await progressOf(deps, register, write);
  const change = await plannedChange(deps, register, {
    community,
    id: options.id ?? options.over?.id ?? deps.newId(),
    current,
    before: {},
    after: progress.values,
    context,
  });
  if (!context.byAction) await refuseClosedDay(deps, register, community, progress.values);
  return planned(deps, register, change, { before: {}, after: progress.values, progress }, options);
}

/** Plans a change of some columns; `unchanged` when they already are as asked for. */
export async function planPatch(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  given: Readonly<Record<string, unknown>>,
  context: WriteContext,
  options: PlanOptions = {},
): Promise<WritePlan | "unchanged"> {
  const today = dayOf(deps.now());
  const { community, id } = current;
  const { move: taken, rules } = options;
  // Everybody sees the mask of a sealed value; sending it back means that it stays.
  const meant = Object.fromEntries(Object.entries(given).filter(([key, value]) => current.sealed[key]?.mask !== value));
  const checked = checkGiven(register, meant, { today }, context.byAction || taken !== undefined);
  const before = await openValues(deps, current);
  const edited = withoutNulls({ ...before, ...checked.values });
  const wanted = taken ? withoutNulls({ ...edited, ...movedBy(taken, edited, checked.values, today) }) : edited;
  const typed = completeValues(register, wanted, new Set(Object.keys(meant)), today);
  // A step changes nothing of what was worked out.
  const complete = taken ? typed : await withComputed(deps, register, community, typed, rules);
  const problems = merged(
    checked.problems,
    hiddenProblems(register, meant, context),
    missingEvidence(taken?.move, complete.values),
    complete.problems,
    options.referencesHold ? [] : await referenceProblems(deps, register, community, before, complete.values),
  );
  if (problems.length > 0) throw invalid(...problems);
  const write = {
    community,
    current,
    after: complete.values,
    ...(taken && { taken }),
    ...(rules && { rules }),
  };
  const progress = await progressOf(deps, register, write);
  const after = progress.values;
  const move = taken && { move: taken.name };
  const change = await plannedChange(deps, register, { community, id, current, before, after, context, ...move });
  const changed = Object.keys(change.entry.changes);
  if (changed.length === 0 && !taken && !options.extra?.length) return "unchanged";
  if (!taken && !options.unlocked) refuseLocked(register, current, changed);
  if (!context.byAction && !taken) await refuseClosedDay(deps, register, community, after);
  return planned(deps, register, change, { before, after, progress }, options);
}

/** Plans the end of a record; refused while others refer to it. */
export async function planDelete(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  context: WriteContext,
  options: PlanOptions = {},
): Promise<WritePlan> {
  const { community, id } = current;
  if (!options.unlocked) refuseLockedEnd(register, current);
  const referrers = options.referencesHold ? [] : await referrersOf(deps, register.name, community, id);
  if (referrers.length > 0) throw new Refusal("referenced", [], { by: referrers });
  const before = await openValues(deps, current);
  const change = await plannedChange(deps, register, { community, id, current, before, after: {}, context });
  const record: StoredRecord = { ...change.record, deleted: true };
  return planned(deps, register, { ...change, record }, { before, after: {} }, options);
}

async function planned(
  deps: Deps,
  register: Register,
  change: PlannedChange,
  { before, after, progress }: { before: Values; after: Values; progress?: Progress },
  options: PlanOptions,
): Promise<WritePlan> {
  const { seen } = change;
  const record = progress ? withProgress(change.record, progress) : change.record;
  const { community, id } = record;
  const ttl = record.deleted ? Math.floor(record.updatedAt / 1000) + TOMBSTONE_DAYS * 86_400 : undefined;
  const write: PlannedItem = {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: itemOf(record, ttl),
        ConditionExpression: seen === undefined ? "attribute_not_exists(pk)" : "head = :seen",
        ...(seen !== undefined && { ExpressionAttributeValues: { ":seen": seen } }),
      },
    },
    refusal: () => new Refusal("stale"),
  };
  return {
    record,
    items: [
      write,
      change.history,
      ...(await guardItems(deps, register, community, id, before, after)),
      ...backReferenceItems(deps, register, community, id, before, after),
      ...dueItems(deps, register, record, before, after),
      ...workItems(deps, register, record, seen !== undefined),
      ...(options.extra ?? []),
    ],
  };
}

/** What a move itself sets: its day, unless an earlier one was given, what it works out, and the state. */
function movedBy(
  { flow, move }: NonNullable<PlanOptions["move"]>,
  edited: Values,
  given: Values,
  today: string,
): Values {
  const on = move.on === undefined ? {} : { [move.on]: given[move.on] ?? today };
  return { ...on, ...move.sets?.(edited, today), [flow.state]: move.to ?? edited[flow.state] ?? flow.initial };
}

/** Evidence that a move needs and the record does not have. */
function missingEvidence(move: FlowMove | undefined, values: Values): Problems {
  return (move?.needs ?? []).filter((path) => values[path] === undefined).map((path) => ({ path, code: "required" }));
}

function hiddenProblems(register: Register, given: Readonly<Record<string, unknown>>, context: WriteContext): Problems {
  return Object.keys(given).flatMap((path) => {
    const restricted = register.fields[path]?.restricted;
    return restricted && context.sees && !context.sees(restricted) ? [{ path, code: "restricted" }] : [];
  });
}

/** All problems, one a column: the first found says most about it. */
function merged(...lists: readonly (readonly { path: string; code: string }[])[]): Problems {
  const found = new Map<string, { path: string; code: string }>();
  for (const problem of lists.flat()) if (!found.has(problem.path)) found.set(problem.path, problem);
  return [...found.values()];
}
