import { addDays } from "../../shared/rules/calendar.ts";
import type { Stage } from "../../shared/rules/flow.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import type { StoredRecord } from "../store/records.ts";
import type { Key } from "../store/table.ts";

/** The calendar of moves that happen by themselves: one partition for each day. */
export const passPartition = (day: string) => `E#pass#${day}`;
/** The earliest day that may still hold one. */
export const PASSED: Key = { pk: "E#state", sk: "PASSED" };

export type Pass = { readonly community: string; readonly register: string; readonly id: string };

export function passFrom(sk: string): Pass {
  const [community = "", register = "", id = ""] = sk.split("#");
  return { community, register, id };
}

/** The entry of a record that moves by itself when its last day has passed: on the day after. */
export function passKeyOf(flow: Flow, state: string, { due }: Stage, record: StoredRecord): Key | undefined {
  if (flow.states[state]?.passes === undefined || due === undefined) return undefined;
  return { pk: passPartition(addDays(due, 1)), sk: `${record.community}#${record.register}#${record.id}` };
}
