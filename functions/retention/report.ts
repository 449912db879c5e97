import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBetween } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { reportKey, reportPartition } from "./keys.ts";

/** Reports are kept for three years, as long as a processor may have to show what it did. */
const KEPT_SECONDS = 3 * 366 * 86_400;
const REPORTS_MAX = 200;

const item = z.object({ sk: z.string(), deleted: z.int(), at: z.number() });

/** What was deleted of a list on a day, and when the last of it was (删除记录). It names nobody. */
export type Report = {
  readonly day: string;
  readonly register: string;
  readonly deleted: number;
  readonly at: number;
};

/** Counts one deletion, in the transaction that makes it true: so each is counted once. */
export function reported(deps: Deps, community: string, day: string, register: string): PlannedItem {
  const now = deps.now();
  return {
    item: {
      Update: {
        TableName: deps.tables.records,
        Key: reportKey(community, day, register),
        UpdateExpression: "SET #at = :at, #ttl = :ttl ADD #deleted :one",
        ExpressionAttributeNames: { "#at": "at", "#ttl": "ttl", "#deleted": "deleted" },
        ExpressionAttributeValues: { ":at": now, ":ttl": Math.floor(now / 1000) + KEPT_SECONDS, ":one": 1 },
      },
    },
    refusal: () => new Refusal("stale"),
  };
}

/** What the latest runs of a community deleted, newest day first. */
export async function reportsOf(deps: Deps, community: string): Promise<Report[]> {
  const reports: Report[] = [];
  const range = { pk: reportPartition(community), from: " ", to: "~", backwards: true, limit: REPORTS_MAX };
  for await (const stored of itemsBetween(deps, range)) {
    const { sk, deleted, at } = item.parse(stored);
    const [day = "", register = ""] = sk.split("#");
    reports.push({ day, register, deleted, at });
  }
  return reports;
}
