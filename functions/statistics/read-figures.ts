import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Statistic } from "../../shared/schema/statistic.ts";
import { type Amounts, STATISTICS } from "../../shared/schema/statistics.ts";
import { monthsPartition, namesPartition, sumsPartition, totalsPartition } from "../counts/keys.ts";
import { amountsOfMonth } from "../counts/months.ts";
import type { Deps } from "../http/deps.ts";

export type StatisticsDeps = Pick<Deps, "documents" | "tables" | "now" | "publicUrl">;

/** Figures of a district: of each statistic, of each community that has any. */
export type DistrictFigures = ReadonlyMap<string, ReadonlyMap<string, Amounts>>;

/** Names of a district's streets and communities by code, as the committees' side knows them. */
export async function readNames(deps: StatisticsDeps, district: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const item of items(deps, "pk = :pk", { ":pk": namesPartition(district) }, { ConsistentRead: true })) {
    names.set(String(item.sk), typeof item.name === "string" ? item.name : String(item.sk));
  }
  return names;
}

/** Totals as they stand. A small item for each community: how many people live there costs nothing. */
export async function readTotals(
  deps: StatisticsDeps,
  district: string,
  { apart }: Statistic,
): Promise<DistrictFigures> {
  const communities = new Map<string, Amounts>();
  for (const pk of [totalsPartition(district), ...(apart ? [sumsPartition(district)] : [])]) {
    for await (const item of items(deps, "pk = :pk", { ":pk": pk }, { ConsistentRead: true })) {
      const { pk: _, sk, ...cells } = item;
      // Only counts stand beside the key.
      communities.set(String(sk), { ...communities.get(String(sk)), ...(cells as Record<string, number>) });
    }
  }
  return new Map([...STATISTICS.keys()].map((name) => [name, communities]));
}

/**
 * Closed months of some statistics, from one month to another, in order. Months without any figures are absent.
 * A closed month is written once and never again, so that it is read at half the price: whoever asks within a second of
 * its closing may be answered as a second before, and never with figures that were replaced.
 */
export async function readMonths(
  deps: StatisticsDeps,
  district: string,
  statistics: readonly string[],
  from: string,
  to: string,
): Promise<[month: string, DistrictFigures][]> {
  const months = new Map<string, Map<string, Map<string, Amounts>>>();
  for (const statistic of statistics) {
    const values = { ":pk": monthsPartition(district, statistic), ":from": from, ":to": `${to}~` };
    for await (const item of items(deps, "pk = :pk AND sk BETWEEN :from AND :to", values)) {
      const [month = "", community = ""] = String(item.sk).split("#");
      const figures = months.get(month) ?? new Map<string, Map<string, Amounts>>();
      const communities = figures.get(statistic) ?? new Map<string, Amounts>();
      months.set(month, figures.set(statistic, communities.set(community, amountsOfMonth(statistic, item))));
    }
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The latest closed month before `month` of which the district has a figure. */
export async function lastClosedMonth(
  deps: StatisticsDeps,
  district: string,
  statistic: string,
  month: string,
): Promise<string | undefined> {
  const values = { ":pk": monthsPartition(district, statistic), ":month": month };
  const options = { ScanIndexForward: false, Limit: 1 };
  for await (const item of items(deps, "pk = :pk AND sk < :month", values, options)) {
    return String(item.sk).slice(0, 7);
  }
  return undefined;
}

async function* items(
  { documents, tables }: StatisticsDeps,
  KeyConditionExpression: string,
  ExpressionAttributeValues: Record<string, string>,
  options: { ConsistentRead?: boolean; ScanIndexForward?: boolean; Limit?: number } = {},
): AsyncGenerator<Record<string, unknown>> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: tables.counts,
        KeyConditionExpression,
        ExpressionAttributeValues,
        ExclusiveStartKey,
        ...options,
      }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
