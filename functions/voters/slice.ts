import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { isVoter } from "../../shared/rules/voters.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { ITEMS_TOGETHER, itemsOfWrite, registerOf } from "../imports/batch.ts";
import { madeId } from "../imports/import-job.ts";
import type { Kind } from "../jobs/kind.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planCreate, planPatch } from "../records/plan.ts";
import { readRules } from "../rules/read-rules.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { entriesOf, recordsOf, votingDayOf } from "./lists.ts";

const votersData = z.object({ election: z.string() });

/** One entry to be made, or brought up to date with the residents' list. */
type Wanted = { readonly resident: string; readonly values: Values; readonly entry?: StoredRecord };
type Values = Readonly<Record<string, Value>>;

/**
 * Registers everybody who votes on election day (选民登记, S3.8): a resident without an entry gets one, an entry whose
 * resident goes by another name or group now is brought up to date, everything else stays as it is. So it may be done
 * again at any time, and a worker that dies leaves nothing twice.
 */
export const votersSlice: Kind = async (deps, job, turn) => {
  const { election: id } = votersData.parse(job.data);
  const election = await getRecord(deps, "elections", job.community, id);
  if (!election) return { state: "failed" };
  const wanted = await wantedEntries(deps, election);
  const total = job.done + wanted.length;
  const context = { actor: { account: job.account, name: job.name }, action: "import" as const };
  let written = 0;
  for (const batch of batches(wanted)) {
    await writeBatch(deps, election, batch, context);
    written += batch.length;
    await turn.renew();
    if (turn.isOver() && written < wanted.length) return { state: "running", done: job.done + written, total };
  }
  return { state: "done", done: total, total };
};

async function wantedEntries(deps: Deps, election: StoredRecord): Promise<readonly Wanted[]> {
  const { community, id, values } = election;
  const [rules, residents, households, dwellings, entries] = await Promise.all([
    readRules(deps, community),
    recordsOf(deps, "residents", community),
    recordsOf(deps, "households", community),
    recordsOf(deps, "dwellings", community),
    entriesOf(deps, community, id),
  ]);
  const dwellingOf = new Map(households.map((row) => [row.id, String(row.values.dwelling)]));
  const groupOf = new Map(dwellings.map((row) => [row.id, row.values.group]));
  const held = new Map(entries.map((entry) => [String(entry.values.resident ?? ""), entry]));
  const personOf = (row: StoredRecord) => `${row.values.name} ${row.values.birth ?? ""}`;
  const typed = new Set(entries.filter((entry) => !entry.values.resident).map(personOf));
  const votingDay = votingDayOf(values, rules);
  return residents.flatMap((resident) => {
    const entry = held.get(resident.id);
    // Somebody entered by hand is not entered a second time.
    if (!isVoter(resident.values, votingDay) || (!entry && typed.has(personOf(resident)))) return [];
    const { name = null, birth = null, household } = resident.values;
    const group = groupOf.get(dwellingOf.get(String(household)) ?? "") ?? null;
    const given = { name, birth, group };
    const isSame = entry && Object.entries(given).every(([key, value]) => (entry.values[key] ?? null) === value);
    if (isSame || entry?.values.state === "settled") return [];
    return [{ resident: resident.id, values: given, ...(entry && { entry }) }];
  });
}

function* batches(wanted: readonly Wanted[]): Generator<readonly Wanted[]> {
  let batch: Wanted[] = [];
  let items = 0;
  for (const one of wanted) {
    const given = { ...one.values, election: "", resident: one.resident };
    const needs = itemsOfWrite({ register: "voters", id: "", create: one.entry === undefined, given });
    if (batch.length > 0 && items + needs > ITEMS_TOGETHER) {
      yield batch;
      [batch, items] = [[], 0];
    }
    batch.push(one);
    items += needs;
  }
  if (batch.length > 0) yield batch;
}

/** All of a batch in one transaction; where one of them cannot be written, the others are, and it stays on the list of those missed. */
async function writeBatch(
  deps: Deps,
  election: StoredRecord,
  batch: readonly Wanted[],
  context: WriteContext,
): Promise<void> {
  try {
    const plans = await Promise.all(batch.map((one) => planned(deps, election, one, context)));
    await commit(
      deps,
      plans.flatMap((plan) => plan ?? []),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A clerk came between: the next run sees what there is then.
    if (error.code === "stale" || error.code === "busy") throw error;
    if (batch.length > 1) for (const one of batch) await writeBatch(deps, election, [one], context);
  }
}

async function planned(
  deps: Deps,
  { id: election, community }: StoredRecord,
  { resident, values, entry }: Wanted,
  context: WriteContext,
): Promise<WritePlan | undefined> {
  const register = registerOf("voters");
  const options = { referencesHold: true };
  if (entry) {
    const plan = await planPatch(deps, register, entry, values, context, options);
    return plan === "unchanged" ? undefined : plan;
  }
  const given = Object.fromEntries(
    Object.entries({ ...values, election, resident }).filter(([, value]) => value !== null),
  );
  const id = await freeId(deps, community, election, resident);
  return planCreate(deps, register, community, given, context, { ...options, id });
}

/** The entry's id follows from whose it is, so that two runs at once make one; one that was deleted is not woken. */
async function freeId(deps: Deps, community: string, election: string, resident: string): Promise<string> {
  for (let turn = 0; ; turn += 1) {
    const id = madeId(election, "voters", `${resident}${turn === 0 ? "" : `#${turn}`}`);
    const before = await getRecord(deps, "voters", community, id, { deleted: true });
    if (!before?.deleted) return id;
  }
}
