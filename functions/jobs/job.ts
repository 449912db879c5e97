import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, putItem } from "../store/items.ts";
import type { Key } from "../store/table.ts";
import { type PlannedItem, transactItem, writeTogether } from "../store/transact.ts";

/**
 * Where a piece of long work stands (任务): `open` and `ready` before somebody starts it, then `queued` and `running`
 * until `done` or `failed`. Writing a queued or running job is what wakes the jobs function.
 */
export const jobState = z.enum(["open", "ready", "queued", "running", "done", "failed"]);
export type JobState = z.infer<typeof jobState>;

const jobItem = z.object({
  pk: z.string(),
  sk: z.string(),
  kind: z.string(),
  state: jobState,
  account: z.string(),
  name: z.string(),
  createdAt: z.number(),
  total: z.number(),
  done: z.number(),
  /** Grows with every change, so that each change is one. */
  turn: z.number(),
  /** What the kind of work keeps about it. No person's data: that stands sealed in the job's parts. */
  data: z.record(z.string(), z.unknown()),
});

export type Job = Omit<z.infer<typeof jobItem>, "pk" | "sk"> & { readonly community: string; readonly id: string };

/** Finished work and what it was about are kept this long. */
export const JOB_DAYS = 30;

export const jobKey = (community: string, id: string): Key => ({ pk: `J#${community}`, sk: id });
/** Parts of a job: what it works on, sealed, and its journal. */
export const partKey = (id: string, part: string): Key => ({ pk: `P#${id}`, sk: part });

export const expiry = (deps: Pick<Deps, "now">) => Math.floor(deps.now() / 1000) + JOB_DAYS * 86_400;

export async function readJob(deps: Deps, community: string, id: string): Promise<Job | undefined> {
  const item = await getItem(deps, jobKey(community, id));
  if (!item) return undefined;
  const { pk, sk, ...job } = jobItem.parse(item);
  return { ...job, community: pk.slice("J#".length), id: sk };
}

/** Keeps a new job; false when there is one of this id already. */
export async function addJob(deps: Deps, job: Job): Promise<boolean> {
  const { community, id, ...rest } = job;
  return putItem(deps, { ...jobKey(community, id), ...rest, ttl: expiry(deps) }, { onlyNew: true });
}

/** A new job as part of somebody's transaction. */
export function jobWrite(deps: Deps, { community, id, ...rest }: Job): PlannedItem {
  const Item = { ...jobKey(community, id), ...rest, ttl: expiry(deps) };
  const Put = { TableName: deps.tables.records, Item, ConditionExpression: "attribute_not_exists(pk)" };
  return { item: { Put }, refusal: () => new Refusal("stale") };
}

/** What changes about a job; everything else stays. */
export type JobChange = Partial<Pick<Job, "state" | "total" | "done" | "data">>;

/** Changes a job that nobody has changed since it was read; false when somebody has. */
export async function changeJob(deps: Deps, job: Job, change: JobChange): Promise<boolean> {
  const { state, total, done } = { ...job, ...change };
  const data = { ...job.data, ...change.data };
  const set = { state, total, done, data, turn: job.turn + 1, ttl: expiry(deps) };
  const write = { change: jobKey(job.community, job.id), set, only: { turn: job.turn } };
  // A transaction of one: repeated because its answer was lost, it is still ours and not another's.
  return (await writeTogether(deps.documents, [transactItem(deps.tables.records, write)])) === undefined;
}

/** Changes a job at somebody's request, or refuses because another request came first. */
export async function requireChange(deps: Deps, job: Job, change: JobChange): Promise<void> {
  if (!(await changeJob(deps, job, change))) throw new Refusal("in-flight");
}
