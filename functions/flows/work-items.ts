import { Refusal } from "../../shared/contract/refusal.ts";
import type { Stage } from "../../shared/rules/flow.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import { FLOWS, flowOf, flowsOf } from "../../shared/schema/flows.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBetween } from "../store/items.ts";
import type { StoredRecord } from "../store/records.ts";
import { workKey, workPartition } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { passKeyOf } from "./pass-keys.ts";
import { stateOf } from "./progress.ts";

/** A record that waits for somebody (待办): a projection of it, written in the same transaction. */
export type WorkItem = {
  readonly register: string;
  readonly id: string;
  readonly flow: Flow;
  readonly state: string;
  readonly stage: Stage;
  /** What the record is called in its list. */
  readonly title: string;
};

const TITLE_MAX = 60;

/** The most items that one write of a list adds here. */
export function workItemsMax(register: Register): number {
  return flowsOf(register.name).length > 0 ? 2 : 0;
}

/** What a write changes about what waits, and the day on which a move happens by itself. `existed` says that the record was there before. */
export function workItems(deps: Deps, register: Register, record: StoredRecord, existed: boolean): PlannedItem[] {
  const flow = flowOf(register.name, record.values);
  const TableName = deps.tables.records;
  const Key = workKey(register.name, record.community, record.id);
  const refusal = () => new Refusal("stale");
  const state = flow && stateOf(flow, record.values);
  if (!record.deleted && flow && state !== undefined && waits(flow, state)) {
    const { stage = { since: "" } } = record;
    const Item = { ...Key, flow: flow.name, state, stage, title: shortTitle(register, record.values) };
    const passes = passKeyOf(flow, state, stage, record);
    const keys = [Item, ...(passes ? [passes] : [])];
    return keys.map((key) => ({ item: { Put: { TableName, Item: { ...key } } }, refusal }));
  }
  return existed ? workEnd(deps, register, record) : [];
}

/** Takes a record off what waits. */
export function workEnd(deps: Deps, register: Register, { community, id }: StoredRecord): PlannedItem[] {
  if (flowsOf(register.name).length === 0) return [];
  const Key = workKey(register.name, community, id);
  return [{ item: { Delete: { TableName: deps.tables.records, Key } }, refusal: () => new Refusal("stale") }];
}

/** Everything that waits in a community, in no order of time. */
export async function* readWork(deps: Deps, community: string): AsyncGenerator<WorkItem> {
  for await (const item of itemsBetween(deps, { pk: workPartition(community), from: " ", to: "~" })) {
    const [register = "", id = ""] = String(item.sk).split("#");
    const flow = FLOWS.get(String(item.flow));
    // A flow that the product no longer has waits for nobody.
    if (!flow) continue;
    // Items of this key class are written by `workItems` alone.
    yield { register, id, flow, state: String(item.state), stage: item.stage as Stage, title: String(item.title) };
  }
}

function waits(flow: Flow, state: string): boolean {
  const { final, waitsFor, due } = flow.states[state] ?? {};
  return !final && (waitsFor !== undefined || due !== undefined);
}

/** The words of the title columns that are words by themselves; nothing that only some may see. */
function shortTitle(register: Register, values: Values): string {
  const words = register.title.flatMap((key) => {
    const field = register.fields[key];
    const value = values[key];
    const isShown = field && !field.restricted && !["reference", "references", "code", "codes"].includes(field.kind);
    return isShown && (typeof value === "string" || typeof value === "number") ? [String(value)] : [];
  });
  const text = words.join(" ").replace(/\s+/g, " ");
  const characters = [...text];
  return characters.length > TITLE_MAX ? `${characters.slice(0, TITLE_MAX - 1).join("")}…` : text;
}
