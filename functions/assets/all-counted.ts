import { Refusal } from "../../shared/contract/refusal.ts";
import { type Counted, countedSince, uncounted } from "../../shared/rules/assets.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Effect } from "../flows/effect.ts";
import { allRecords } from "../store/records.ts";

/**
 * A count is finished when every asset that was there has been looked at since it began (盘点完成, L17). What stands in
 * the list then, and what differs, is put on record.
 */
export const allCounted: Effect = async (deps, { community, values }, _context, given) => {
  const rows: Counted[] = [];
  for await (const record of allRecords(deps, "assets", community)) rows.push(record.values);
  const started = String(values.started);
  const missing = uncounted(rows, started);
  const [first] = missing;
  if (first) {
    const params = { count: missing.length, no: String(first.no) };
    throw new Refusal("conflict", [{ path: "state", code: "assets-uncounted", params }]);
  }
  const finished = typeof given.finished === "string" ? given.finished : dayOf(deps.now());
  if (finished < started) throw new Refusal("conflict", [{ path: "finished", code: "before-start" }]);
  return { also: { ...countedSince(rows, started) } };
};
