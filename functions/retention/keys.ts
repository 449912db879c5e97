import type { Key } from "../store/table.ts";

/**
 * The calendar of what is due (到期日历): one partition for each day, so that a day's work is found without looking at
 * any other's. An item names a record that a time counts from and the list whose records are kept for that time; where
 * both are the same list, the record itself.
 */
export const duePartition = (day: string) => `E#due#${day}`;
export const dueKey = (day: string, { community, source, id, register }: Due): Key => ({
  pk: duePartition(day),
  sk: `${community}#${source}#${id}#${register}`,
});

export type Due = {
  readonly community: string;
  /** The list of the record that the time counts from. */
  readonly source: string;
  readonly id: string;
  /** The list whose records are due. */
  readonly register: string;
};

export function dueFrom(sk: string): Due {
  const [community = "", source = "", id = "", register = ""] = sk.split("#");
  return { community, source, id, register };
}

/** The earliest day that may still hold something due. */
export const REACHED: Key = { pk: "E#state", sk: "REACHED" };

/** What runs of a community have deleted, by day and list. */
export const reportPartition = (community: string) => `E#run#${community}`;
export const reportKey = (community: string, day: string, register: string): Key => ({
  pk: reportPartition(community),
  sk: `${day}#${register}`,
});
