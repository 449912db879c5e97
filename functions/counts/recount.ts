import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { dayOf } from "../../shared/rules/calendar.ts";
import { COUNTED_REGISTERS, OUTLIVED_REGISTERS } from "../../shared/schema/statistics.ts";
import { advance } from "./calendar.ts";
import { type Change, countChanges, GONE } from "./count-changes.ts";
import type { CountsDeps } from "./counted-items.ts";
import { changeOf, isEnded } from "./images.ts";
import { countedPartition } from "./keys.ts";

/**
 * Counts a community's records again (重新计数): what was never told, because a stream was off for longer than it keeps
 * changes, and what a figure's definition counts otherwise since. Each record is put right by itself, in one transaction
 * with the totals, so that counting goes on meanwhile; stopped at any moment and begun again, it writes only what is left. Closed months
 * stay as they are. Answers how many records it has looked at.
 */
export async function recount(deps: CountsDeps, community: string): Promise<{ readonly records: number }> {
  const day = await advance(deps, community, dayOf(deps.now()));
  let records = 0;
  for (const register of COUNTED_REGISTERS) {
    const found = new Set<string>();
    for await (const page of pages(deps, `R#${register}#${community}`)) {
      const changes = page.flatMap((item): Change[] => {
        const id = String(item.sk);
        found.add(id);
        // What was deleted at the end of its time stays counted.
        if (isEnded(item) && OUTLIVED_REGISTERS.has(register)) return [];
        return [{ ...changeOf(register, id, item), isAgain: true }];
      });
      records += changes.length;
      await countChanges(deps, community, changes, day);
    }
    if (OUTLIVED_REGISTERS.has(register)) continue;
    for await (const page of pages(deps, countedPartition(register, community))) {
      const lost = page.flatMap(({ sk }) => (found.has(String(sk)) ? [] : [String(sk)]));
      // A record that was written after its list was read is there by now.
      const gone = await Promise.all(
        lost.map(async (id) => ((await isThere(deps, register, community, id)) ? [] : [id])),
      );
      await countChanges(
        deps,
        community,
        gone.flat().map((id) => ({ register, id, ...GONE })),
        day,
      );
    }
  }
  return { records };
}

async function isThere(deps: CountsDeps, register: string, community: string, id: string): Promise<boolean> {
  const { Count = 0 } = await deps.documents.send(
    new QueryCommand({
      TableName: deps.tables.records,
      KeyConditionExpression: "pk = :pk AND sk = :sk",
      ExpressionAttributeValues: { ":pk": `R#${register}#${community}`, ":sk": id },
      ConsistentRead: true,
    }),
  );
  return Count > 0;
}

async function* pages({ documents, tables }: CountsDeps, pk: string): AsyncGenerator<Record<string, unknown>[]> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: tables.records,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    yield page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
