import * as z from "zod/mini";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import type { Values } from "../../shared/schema/field.ts";
import { type Amounts, addAmounts, countSubject, differenceOf } from "../../shared/schema/statistics.ts";
import { type CountsDeps, readAll, type TransactItem } from "./counted-items.ts";
import { jointKey } from "./keys.ts";

/** What is known of a subject: the facts of each of its records, and what they added together. */
const jointItem = z.object({
  revision: z.int(),
  cells: z.record(z.string(), z.int()),
  facts: z.record(z.string(), z.record(z.string(), z.unknown())),
});
type JointItem = z.infer<typeof jointItem>;

/** A record that counts again: under which subjects it did, and under which it does, by what facts. */
export type Member = {
  readonly name: string;
  readonly before: readonly string[];
  readonly after: Readonly<Record<string, Values>>;
};

/** A subject none of whose records is left is forgotten after these days. */
const FORGET_AFTER_DAYS = 8;

/**
 * Counts subjects again (合并计数) of which some record has changed: what they now add together stands with the facts it
 * follows from, on the condition that nobody else changed them meanwhile.
 */
export async function countJoint(
  deps: CountsDeps,
  community: string,
  members: readonly Member[],
  day: string,
): Promise<{ readonly items: TransactItem[]; readonly difference: Amounts }> {
  const subjects = [...new Set(members.flatMap(({ before, after }) => [...before, ...Object.keys(after)]))];
  const items: TransactItem[] = [];
  const difference: Record<string, number> = {};
  const known = await readJoint(deps, community, subjects);
  for (const subject of subjects) {
    const before = known.get(subject);
    const facts: JointItem["facts"] = { ...before?.facts };
    for (const { name, after } of members) {
      delete facts[name];
      if (after[subject]) facts[name] = after[subject];
    }
    const cells = countSubject(subject, Object.values(facts) as Values[], day); // Statistics look at types themselves.
    // A map read back has an order of its own.
    const text = (one: Pick<JointItem, "facts" | "cells"> | undefined) =>
      canonicalJson([one?.facts ?? {}, one?.cells ?? {}]);
    if (text({ facts, cells }) === text(before)) continue;
    addAmounts(difference, differenceOf(before?.cells ?? {}, cells));
    items.push(jointPut(deps, community, subject, before, { facts, cells }));
  }
  return { items, difference };
}

async function readJoint(deps: CountsDeps, community: string, subjects: readonly string[]) {
  const found = new Map<string, JointItem>();
  const keys = subjects.map((subject) => jointKey(community, subject));
  for await (const item of readAll(deps, keys)) found.set(String(item.sk), jointItem.parse(item));
  return found;
}

function jointPut(
  { tables, now }: CountsDeps,
  community: string,
  subject: string,
  before: JointItem | undefined,
  known: { readonly facts: object; readonly cells: Amounts },
): TransactItem {
  const isGone = Object.keys(known.facts).length === 0;
  return {
    Put: {
      TableName: tables.records,
      Item: {
        ...jointKey(community, subject),
        ...known,
        revision: (before?.revision ?? 0) + 1,
        ...(isGone && { ttl: Math.ceil(now() / 1000) + FORGET_AFTER_DAYS * 86_400 }),
      },
      ConditionExpression: before ? "revision = :seen" : "attribute_not_exists(pk)",
      ...(before && { ExpressionAttributeValues: { ":seen": before.revision } }),
    },
  };
}
