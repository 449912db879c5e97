import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { expiry, isConditionFailure, type Job, partKey } from "./job.ts";

/** How long a worker has a job to itself without saying that it still works. */
const LEASE_MS = 15_000;

/** A worker's hold on a job (租约): two workers never do the same at once, and a dead one loses it. */
export type Lease = {
  /** Slices begun so far, this one included. */
  readonly slices: number;
  /** Slices in a row that broke. */
  readonly failures: number;
  /** Says that work goes on; asks the table only now and then. */
  renew(): Promise<void>;
  /** Gives the job free; `broken` when the slice did not end well. */
  release(broken: boolean): Promise<void>;
};

/** The lease of a job, or how many milliseconds another worker still has it. */
export async function takeLease(deps: Deps, job: Job): Promise<Lease | number> {
  const owner = deps.newId();
  const now = deps.now();
  const Key = partKey(job.id, "LEASE");
  const update = (UpdateExpression: string, ConditionExpression: string, values: Record<string, unknown>) =>
    deps.documents.send(
      new UpdateCommand({
        TableName: deps.tables.records,
        Key,
        UpdateExpression,
        ConditionExpression,
        ExpressionAttributeNames: { "#owner": "owner", "#until": "leasedUntil", ...namesIn(UpdateExpression) },
        ExpressionAttributeValues: { ":owner": owner, ...values },
        ReturnValues: "ALL_NEW",
      }),
    );
  try {
    const { Attributes } = await update(
      "SET #owner = :owner, #until = :until, #ttl = :ttl ADD #slices :one",
      "attribute_not_exists(#owner) OR #until < :now",
      { ":until": now + LEASE_MS, ":now": now, ":one": 1, ":ttl": expiry(deps) },
    );
    let renewedAt = now;
    return {
      slices: Number(Attributes?.slices ?? 1),
      failures: Number(Attributes?.failures ?? 0),
      renew: async () => {
        if (deps.now() - renewedAt < LEASE_MS / 3) return;
        renewedAt = deps.now();
        await update("SET #until = :until", "#owner = :owner", { ":until": renewedAt + LEASE_MS });
      },
      release: async (broken) => {
        const count = broken ? "SET #until = :free ADD #failures :count" : "SET #until = :free, #failures = :count";
        await update(count, "#owner = :owner", { ":free": 0, ":count": broken ? 1 : 0 }).catch(ignoreLost);
      },
    };
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    const held = await getItem(deps, Key);
    return Math.max(1, Number(held?.leasedUntil ?? 0) - now);
  }
}

function namesIn(expression: string): Record<string, string> {
  const names = ["ttl", "slices", "failures"].filter((name) => expression.includes(`#${name}`));
  return Object.fromEntries(names.map((name) => [`#${name}`, name]));
}

/** Another worker has the job by now; it needs nothing from this one. */
function ignoreLost(error: unknown): void {
  if (!isConditionFailure(error)) throw error;
}
