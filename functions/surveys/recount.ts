import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Change } from "../counts/count-changes.ts";
import { countedItem } from "../counts/counted-items.ts";
import { countedPartition, tallyKey, tallyPartition } from "../counts/keys.ts";
import { countAnswers, TALLIED } from "../counts/tally.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBetween } from "../store/items.ts";
import { allRecords } from "../store/records.ts";
import { answerPrefix } from "./keys.ts";
import type { Survey } from "./survey.ts";

const TOGETHER = 300;
const ATTEMPTS = 5;

/**
 * Counts a survey again from its answer sheets (重新计票): sheets that nobody has counted are counted, and every count
 * is set to what the sheets add up to. Sheets that come meanwhile are counted as always: a count that was added to
 * since it was read is read again.
 */
export async function recount(deps: Deps, { community, id }: Survey): Promise<void> {
  let some: Change[] = [];
  const count = async () => {
    await countAnswers(deps, community, some);
    some = [];
  };
  for await (const record of allRecords(deps, "answers", community, { prefix: answerPrefix(id) })) {
    some.push({ register: TALLIED, id: record.id, version: record.version, values: record.values });
    if (some.length >= TOGETHER) await count();
  }
  await count();
  for (let attempt = 1; !(await corrected(deps, community, id)); attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error("The counts of a survey change faster than they are put right");
  }
}

/** Sets every count to the sum of what was counted; false when one was added to meanwhile. */
async function corrected(deps: Deps, community: string, survey: string): Promise<boolean> {
  const TableName = deps.tables.records;
  const kept = new Map<string, Record<string, unknown>>();
  for await (const item of itemsBetween(deps, { pk: tallyPartition(survey), from: " ", to: "~" })) {
    kept.set(String(item.sk), item);
  }
  const sums = await sumsOf(deps, community, survey);
  for (const question of new Set([...kept.keys(), ...sums.keys()])) {
    const before = kept.get(question);
    const turn = Number(before?.turn ?? 0);
    const Item = { ...tallyKey(survey, question), ...sums.get(question), turn: turn + 1 };
    const put = new PutCommand({
      TableName,
      Item,
      ConditionExpression: before ? "turn = :turn" : "attribute_not_exists(pk)",
      ...(before && { ExpressionAttributeValues: { ":turn": turn } }),
    });
    const isKept = await deps.documents.send(put).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
        throw error;
      },
    );
    if (!isKept) return false;
  }
  return true;
}

async function sumsOf(deps: Deps, community: string, survey: string): Promise<Map<string, Record<string, number>>> {
  const sums = new Map<string, Record<string, number>>();
  const prefix = answerPrefix(survey);
  const range = { pk: countedPartition(TALLIED, community), from: prefix, to: `${prefix}~` };
  for await (const item of itemsBetween(deps, range)) {
    for (const [name, amount] of Object.entries(countedItem.parse(item).cells)) {
      const [, question = "", cell = ""] = name.split("\n");
      const cells = sums.get(question) ?? {};
      cells[cell] = (cells[cell] ?? 0) + amount;
      sums.set(question, cells);
    }
  }
  return sums;
}
