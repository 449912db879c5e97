import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import { checkGiven, completeValues, withoutNulls } from "../../shared/schema/values.ts";
import type { Deps } from "../http/deps.ts";
import { dueItems } from "../retention/due-items.ts";
import { itemOf, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { type PlannedChange, plannedChange } from "./change.ts";
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
  const complete = completeValues(register, checked.values, new Set(Object.keys(given)), today);
  const problems = merged(
    checked.problems,
    hiddenProblems(register, given, context),
    complete.problems,
    options.referencesHold ? [] : await referenceProblems(deps, register, community, {}, complete.values),
  );
  if (problems.length > 0) throw invalid(...problems);
  const change = await plannedChange(deps, register, {
    community,
    id: options.id ?? options.over?.id ?? deps.newId(),
    current: options.over,
    before: {},
    after: complete.values,
    context,
  });
  return planned(deps, register, change, {}, complete.values, options);
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
  // Everybody sees the mask of a sealed value; sending it back means that it stays.
  const meant = Object.fromEntries(Object.entries(given).filter(([key, value]) => current.sealed[key]?.mask !== value));
  const checked = checkGiven(register, meant, { today }, context.byAction);
  const before = await openValues(deps, current);
  const wanted = withoutNulls({ ...before, ...checked.values });
  const complete = completeValues(register, wanted, new Set(Object.keys(meant)), today);
  const problems = merged(
    checked.problems,
    hiddenProblems(register, meant, context),
    complete.problems,
    options.referencesHold ? [] : await referenceProblems(deps, register, current.community, before, complete.values),
  );
  if (problems.length > 0) throw invalid(...problems);
  const { community, id } = current;
  const change = await plannedChange(deps, register, {
    community,
    id,
    current,
    before,
    after: complete.values,
    context,
  });
  if (Object.keys(change.entry.changes).length === 0 && !options.extra?.length) return "unchanged";
  return planned(deps, register, change, before, complete.values, options);
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
  const referrers = options.referencesHold ? [] : await referrersOf(deps, register.name, community, id);
  if (referrers.length > 0) throw new Refusal("referenced", [], { by: referrers });
  const before = await openValues(deps, current);
  const change = await plannedChange(deps, register, { community, id, current, before, after: {}, context });
  const record: StoredRecord = { ...change.record, deleted: true };
  return planned(deps, register, { ...change, record }, before, {}, options);
}

async function planned(
  deps: Deps,
  register: Register,
  change: PlannedChange,
  before: Values,
  after: Values,
  options: PlanOptions,
): Promise<WritePlan> {
  const { record, seen } = change;
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
      ...(options.extra ?? []),
    ],
  };
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
