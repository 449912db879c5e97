import type { FieldProblem } from "../contract/refusal.ts";
import type { Row } from "../schema/coverage.ts";
import { judged } from "./finding.ts";
import type { Rules } from "./in-force.ts";

/** Who is to be taken on (拟录用), from which day, and why not in order where it is not. */
export type TakenOn = {
  readonly person: string;
  readonly birth?: string | undefined;
  readonly from: string;
  readonly outOfOrder?: string | undefined;
};

/** What the reserve list says to it: the entry that is filled by it, and what stands against it. */
export type Filling = { readonly entry?: Row; readonly problems: readonly FieldProblem[] };

/**
 * A vacancy is filled in order of rank (候录库递补, S9.4): the first who waits, of the earlier recruitment first. Somebody
 * else needs a reason, and where the order binds nobody else may be. Who was taken on once is not asked about again.
 */
export function fillingOf(taken: TakenOn, entries: readonly Row[], rules: Rules): Filling {
  const isThem = ({ values }: Row) =>
    values.person === taken.person && (!values.birth || !taken.birth || values.birth === taken.birth);
  if (entries.some((entry) => isThem(entry) && typeof entry.values.filled === "string")) return { problems: [] };
  const waiting = waitingOn(entries, taken.from);
  const [next] = waiting;
  const entry = waiting.find(isThem);
  if (!next || entry === next) return { ...(entry && { entry }), problems: [] };
  const binds = judged(rules.flag("staff.reserveBinding", taken.from), (must) => must) === "fails";
  const params = { rank: Number(next.values.rank), batch: String(next.values.batch) };
  const problems: FieldProblem[] = binds
    ? [{ path: "person", code: "not-next-in-reserve", params }]
    : taken.outOfOrder
      ? []
      : [{ path: "outOfOrder", code: "reason-out-of-order", params }];
  return { ...(entry && { entry }), problems };
}

/** Who waits on a day, in the order in which they come next. */
export function waitingOn(entries: readonly Row[], day: string): readonly Row[] {
  const text = ({ values }: Row, key: string) => String(values[key] ?? "");
  return entries
    .filter(({ values }) => !values.filled && !values.withdrawn)
    .filter((entry) => text(entry, "listed") <= day && (text(entry, "until") || "9999") >= day)
    .sort((a, b) => {
      if (a.values.listed !== b.values.listed) return text(a, "listed") < text(b, "listed") ? -1 : 1;
      return Number(a.values.rank) - Number(b.values.rank) || (text(a, "batch") < text(b, "batch") ? -1 : 1);
    });
}
