import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { dayKey } from "../../../functions/counts/keys.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { readJob } from "../../../functions/jobs/job.ts";
import { runChangedJobs } from "../../../functions/jobs/stream.ts";
import { sha256 } from "../../../functions/store/history.ts";
import { itemsBetween } from "../../../functions/store/items.ts";
import { allRecords } from "../../../functions/store/records.ts";
import { historyPartition } from "../../../functions/store/table.ts";
import type { Block, Head } from "../../../shared/rules/blocks/block.ts";
import { type Evidence, historyBreak, recordName, type StoredEntry } from "../../../shared/rules/blocks/check.ts";
import type { HashedEntry } from "../../../shared/rules/blocks/entry.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { COMMUNITY } from "../../support/api.ts";

/** Makes a community known to the daily run, as the counts do when its place is entered. */
export const known = ({ documents, tables, now }: Deps, community = COMMUNITY) =>
  documents.send(new PutCommand({ TableName: tables.counts, Item: { ...dayKey(community), day: dayOf(now()) } }));

/** The daily run, and the community's job of the day until it rests; the job as it then is. */
export async function sealed(deps: Deps, community = COMMUNITY) {
  await runChangedJobs(deps, {});
  return worked(deps, community);
}

export async function worked(deps: Deps, community = COMMUNITY) {
  const id = `blocks-${community}-${dayOf(deps.now())}`;
  for (let slice = 0; slice < 50; slice += 1) {
    const job = await readJob(deps, community, id);
    if (job?.state !== "queued" && job?.state !== "running") return job;
    const Keys = { pk: { S: `J#${community}` }, sk: { S: id } };
    await runChangedJobs(deps, { Records: [{ dynamodb: { Keys, SequenceNumber: "1" } }] });
  }
  throw new Error("The sealing does not end.");
}

/** What the community's history says, read from the table. */
export async function evidenceIn(deps: Deps, community = COMMUNITY): Promise<Evidence> {
  const entries: StoredEntry[] = [];
  const records: [string, Awaited<ReturnType<typeof allRecords>> extends AsyncGenerator<infer R> ? R : never][] = [];
  for (const list of REGISTERS.keys()) {
    for await (const item of itemsBetween(deps, { pk: historyPartition(list, community), from: " ", to: "~" })) {
      entries.push({ list, entry: item as unknown as HashedEntry });
    }
    for await (const record of allRecords(deps, list, community)) records.push([recordName(list, record.id), record]);
  }
  const blocks: Block[] = [];
  let head: Head | undefined;
  for await (const { pk, sk, ...item } of itemsBetween(deps, { pk: `Z#${community}`, from: " ", to: "~" })) {
    if (sk === "HEAD") head = item as Head;
    else blocks.push(item as unknown as Block);
  }
  return { community, blocks, entries, records: new Map(records), ...(head && { head }) };
}

export const brokenIn = async (deps: Deps, community = COMMUNITY) =>
  historyBreak(await evidenceIn(deps, community), sha256);
