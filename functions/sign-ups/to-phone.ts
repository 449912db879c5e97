import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBeginning } from "../store/items.ts";
import { linePartition, PROMOTIONS, promotionKey, tokenOf } from "./keys.ts";
import { settle } from "./settle.ts";

const note = z.object({ id: z.string(), at: z.number(), doneAt: z.optional(z.number()) });
/** More than any event's waiting list. */
const NOTES_MAX = 2000;

export type ToPhone = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly partySize: number;
  readonly since: string;
};

/** Those who moved up from waiting to a place and have not been phoned yet, longest first (S1.4). */
export async function peopleToPhone(
  deps: Deps,
  community: string,
  event: string,
  { onlyNoted = false } = {},
): Promise<ToPhone[]> {
  // Whoever looks at an event brings its line in order; who looks at all of them reads what was noted.
  if (onlyNoted && !(await hasNotes(deps, event))) return [];
  const { records } = await settle(deps, community, event);
  const notes = (await itemsBeginning(deps, linePartition(event), PROMOTIONS, NOTES_MAX)).map((item) =>
    note.parse(item),
  );
  return notes
    .filter(({ doneAt }) => doneAt === undefined)
    .sort((a, b) => a.at - b.at)
    .flatMap(({ id, at }) => {
      const values = records.get(tokenOf(event, id))?.values;
      if (values?.state !== "ok") return [];
      const partySize = Number(values.partySize ?? 1);
      return [
        { id, name: String(values.name), phone: String(values.phone), partySize, since: new Date(at).toISOString() },
      ];
    });
}

async function hasNotes(deps: Deps, event: string): Promise<boolean> {
  const items = await itemsBeginning(deps, linePartition(event), PROMOTIONS, NOTES_MAX);
  return items.some((item) => note.parse(item).doneAt === undefined);
}

/** Notes that somebody was phoned, when and by whom. */
export async function markPhoned(deps: Deps, event: string, id: string, account: string): Promise<void> {
  try {
    await deps.documents.send(
      new UpdateCommand({
        TableName: deps.tables.records,
        Key: promotionKey(event, tokenOf(event, id)),
        UpdateExpression: "SET doneAt = :now, doneBy = :account",
        ConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":now": deps.now(), ":account": account, ":id": id },
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new Refusal("not-found");
    throw error;
  }
}
