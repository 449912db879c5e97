import type { Deps } from "../http/deps.ts";
import { changedSince, positionAt } from "../store/history.ts";
import { batchGetRecords, type StoredRecord } from "../store/records.ts";

/** Writers' clocks differ, and a write takes a moment: changes this recent are told again. */
const OVERLAP_MS = 10_000;
const PAGE = 500;

/** The position from which changes must be asked for when a list is read now. Taken before reading. */
export function positionNow(deps: Deps): string {
  return positionAt(deps.now() - OVERLAP_MS);
}

/**
 * What changed in a list after a position. A change may come twice; the reader keeps the higher version.
 * While `more`, the position goes on after the last change read; then it is a moment ago, so that late writes are met.
 */
export async function changesSince(
  deps: Deps,
  register: string,
  community: string,
  position: string,
): Promise<{ records: StoredRecord[]; position: string; more: boolean }> {
  const now = positionNow(deps);
  const changed = await changedSince(deps, register, community, position, PAGE);
  const records = await batchGetRecords(deps, register, community, changed.ids, { deleted: true });
  const next = changed.more ? changed.position : now > position ? now : position;
  return { records, position: next, more: changed.more };
}
