import type { Rights } from "../../shared/guard/rights.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { percentOf } from "../../shared/rules/share.ts";
import { type Coverage, type Covered, type Gap, gapTitle, type Row } from "../../shared/schema/coverage.ts";
import { COVERAGES } from "../../shared/schema/coverages.ts";
import type { Label } from "../../shared/schema/label.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords } from "../store/records.ts";

/** A check with its figures: how much of what there should be is there. `percent` is null where nothing should be. */
export type CoverageView = Covered & {
  readonly name: string;
  readonly label: Label;
  readonly definition: Label;
  readonly percent: number | null;
};

/** The checks (核对) of a community whose lists the reader may read, worked out of the lists as they stand. */
export async function coverageOf(
  deps: Deps,
  community: string,
  rights: Rights,
  only?: string,
): Promise<CoverageView[]> {
  const asked = [...COVERAGES.values()].filter(
    (one) => (only === undefined || one.name === only) && maySee(one, rights),
  );
  const names = [...new Set(asked.flatMap(({ reads }) => reads))];
  const lists = new Map(
    await Promise.all(names.map(async (name) => [name, await rowsOf(deps, name, community)] as const)),
  );
  const today = dayOf(deps.now());
  const rules = await readRules(deps, community);
  const numbers = (parameter: string, day = today) => rules.number(parameter, day).value;
  return asked.map(({ name, label, definition, of }) => {
    const covered = of((list) => lists.get(list) ?? [], today, numbers);
    const gaps = [...covered.gaps].sort(byDay);
    return { name, label, definition, ...covered, gaps, percent: percentOf(covered.covered, covered.total) };
  });
}

/** What has been missing longest first; then by name, numbers in their order. */
function byDay(a: Gap, b: Gap): number {
  const [one, other] = [a.due ?? "9999", b.due ?? "9999"];
  if (one !== other) return one < other ? -1 : 1;
  return gapTitle(a, "zh").localeCompare(gapTitle(b, "zh"), "zh", { numeric: true });
}

function maySee({ reads, restricted }: Coverage, rights: Rights): boolean {
  return reads.every((list) => rights.can("read", list)) && (!restricted || rights.restricted(restricted));
}

async function rowsOf(deps: Deps, register: string, community: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { id, values } of allRecords(deps, register, community)) rows.push({ id, values });
  return rows;
}
