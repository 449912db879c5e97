import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import type { InForce } from "../../shared/rules/in-force.ts";
import { fundsOpen } from "../../shared/rules/task.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Place } from "../accounts/places.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { eachCommunity } from "./each-community.ts";

/** A task as the street may see it: one it handed down itself, or one that was refused or objected to. */
export type AreaTask = { readonly id: string } & Readonly<Record<(typeof SHOWN)[number], Value>>;

/** What departments hand down to one community in a year (工作准入统计, S8.5, S9.23, S9.24). */
export type CommunityTasks = Place & {
  readonly tasks: number;
  readonly departments: number;
  readonly refused: number;
  readonly objected: number;
  readonly fundsDueFen: number;
  readonly fundsOpenFen: number;
  /** Tasks whose funds are still to come. */
  readonly unpaid: number;
  /** The lines from which it is too much, and which of them is reached. */
  readonly lines: readonly (Pick<InForce, "parameter" | "value" | "source" | "checked"> & {
    readonly reached: boolean;
  })[];
  readonly items: readonly AreaTask[];
};

const SHOWN = ["title", "department", "state", "decision", "ground", "why", "received", "decided"] as const;
const YEAR_DAYS = 365;

export function areaTasks(deps: Deps, area: string): Promise<CommunityTasks[]> {
  return eachCommunity(deps, area, (place) => communityTasks(deps, place));
}

async function communityTasks(deps: Deps, place: Place): Promise<CommunityTasks> {
  const today = dayOf(deps.now());
  const since = addDays(today, -YEAR_DAYS);
  const all: StoredRecord[] = [];
  for await (const record of allRecords(deps, "tasks", place.code)) {
    if (String(record.values.received) > since && record.values.state !== "cancelled") all.push(record);
  }
  const sum = (of: (record: StoredRecord) => number) => all.reduce((total, record) => total + of(record), 0);
  const decided = (decision: string) => all.filter(({ values }) => values.decision === decision).length;
  const departments = new Set(all.map(({ values }) => values.department)).size;
  // What was refused is not worked for, so no money is owed.
  const open = ({ values }: StoredRecord) => (values.decision === "refuse" ? 0 : fundsOpen(values));
  const rules = await readRules(deps, place.code);
  const line = (name: string, reached: (value: number) => boolean) => {
    const { parameter, value, source, checked } = rules.number(name, today);
    return { parameter, value, source, checked, reached: value !== null && reached(value) };
  };
  return {
    ...place,
    tasks: all.length,
    departments,
    refused: decided("refuse"),
    objected: decided("objection"),
    fundsDueFen: sum(({ values }) => Number(values.fundsDue ?? 0)),
    fundsOpenFen: sum(open),
    unpaid: all.filter((record) => open(record) > 0).length,
    lines: [
      line("tasks.departmentsLine", (value) => departments >= value),
      line("tasks.tasksLine", (value) => all.length > value),
    ],
    items: all.filter(concernsStreet).map(shown).reverse(),
  };
}

function concernsStreet({ values }: StoredRecord): boolean {
  return values.department === "street" || values.decision === "refuse" || values.decision === "objection";
}

function shown({ id, values }: StoredRecord): AreaTask {
  const columns = SHOWN.map((key) => [key, values[key] ?? null] as const);
  return { id, ...(Object.fromEntries(columns) as Record<(typeof SHOWN)[number], Value>) };
}
