import * as z from "zod/mini";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, itemsBeginning, updateItem } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { ATTENDANCE, attendanceKey, doorKey, meetingPartition, rollKey } from "./keys.ts";
import type { Entitled } from "./roll.ts";

const rollItem = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      note: z.optional(z.string()),
      unit: z.optional(z.literal(true)),
    }),
  ),
});
const doorItem = z.object({ present: z.array(z.string()) });

/** Most people on one roll: it is read and closed as a whole. */
export const ROLL_MAX = 2000;

/** Who is there, and whether a vote has begun, after which nobody comes or goes any more. */
export type Presence = { readonly present: ReadonlySet<string>; readonly closed: boolean };

/** The roll as it was fixed when the meeting was called; empty before. */
export async function readRoll(deps: Deps, community: string, meeting: string): Promise<readonly Entitled[]> {
  const item = await getItem(deps, rollKey(community, meeting));
  return item
    ? rollItem.parse(item).people.map(({ note, unit, ...person }) => ({
        ...person,
        ...(note !== undefined && { note }),
        ...(unit && { unit }),
      }))
    : [];
}

/** Fixes a roll, once. */
export function rollWrite(deps: Deps, community: string, meeting: string, people: readonly Entitled[]): PlannedItem {
  return newItem(deps, { ...rollKey(community, meeting), people });
}

export async function readPresence(deps: Deps, community: string, meeting: string): Promise<Presence> {
  const door = await getItem(deps, doorKey(community, meeting));
  if (door) return { present: new Set(doorItem.parse(door).present), closed: true };
  const marks = await itemsBeginning(deps, meetingPartition(community, meeting), ATTENDANCE, ROLL_MAX + 1);
  const there = marks.filter(({ present }) => present === true);
  return { present: new Set(there.map(({ sk }) => String(sk).slice(ATTENDANCE.length))), closed: false };
}

/** Writes down that somebody came, or did not after all. Two clerks with the same person do the same thing twice. */
export async function markAttendance(
  deps: Deps,
  community: string,
  meeting: string,
  person: string,
  present: boolean,
  by: { readonly account: string; readonly name: string },
): Promise<void> {
  const roll = await readRoll(deps, community, meeting);
  if (!roll.some(({ id }) => id === person)) throw invalid({ path: "person", code: "not-on-the-roll" });
  const done = await updateItem(deps, attendanceKey(community, meeting, person), {
    set: { present, by, at: deps.now() },
    condition: "attribute_not_exists(#closed)",
  });
  if (!done) throw new Refusal("conflict", [{ path: "person", code: "attendance-closed" }]);
}

/**
 * Closes the door for each person on the roll and says who is inside. After this no mark succeeds any more, so that what
 * was answered before is counted and nothing else is; broken off half-way, it is simply done again.
 */
export async function closeDoor(deps: Deps, community: string, meeting: string): Promise<readonly string[]> {
  const roll = await readRoll(deps, community, meeting);
  const marks = await Promise.all(
    roll.map(async ({ id }) => {
      const mark = await updateItem(deps, attendanceKey(community, meeting, id), {
        set: { closed: true },
        condition: "attribute_not_exists(pk) OR attribute_exists(pk)",
      });
      return mark?.present === true ? [id] : [];
    }),
  );
  return marks.flat();
}

/** Who is inside when the first vote begins. */
export function doorWrite(deps: Deps, community: string, meeting: string, present: readonly string[]): PlannedItem {
  return newItem(deps, { ...doorKey(community, meeting), present, at: deps.now() });
}

function newItem(deps: Deps, Item: Readonly<Record<string, unknown>>): PlannedItem {
  return {
    item: {
      Put: { TableName: deps.tables.records, Item: { ...Item }, ConditionExpression: "attribute_not_exists(pk)" },
    },
    refusal: () => new Refusal("stale"),
  };
}
