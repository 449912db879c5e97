import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import { type Execution, executionOf, overLine } from "../../shared/rules/ledger/budget.ts";
import { yuan } from "../../shared/rules/ledger/day-close.ts";
import { linesOf } from "../../shared/rules/ledger/lines.ts";
import { isAdopted } from "../../shared/rules/proposal.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { unchanged } from "../records/unchanged.ts";
import { getItem } from "../store/items.ts";
import { allRecords, getRecord, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { isDecidedByResidents } from "../votes/residents-opinion.ts";
import { yearKey } from "./keys.ts";
import { readMonths } from "./months.ts";
import { addition } from "./sums.ts";

/** A budget line comes into force by a budget proposal that the residents' own meeting has adopted (S7.7 class 3, L16). */
export const decidedByProposal: Effect = async (deps, { community, values }, _context, given) => {
  const proposal = await adopted(deps, community, given.decidedBy ?? values.decidedBy);
  const isTheirs = proposal?.values.class === "budget" && isDecidedByResidents(proposal.values);
  if (!isTheirs) throw invalid({ path: "decidedBy", code: "not-a-budget" });
  return { extra: [unchanged(deps, proposal)] };
};

async function adopted(deps: Deps, community: string, id: unknown): Promise<StoredRecord | undefined> {
  const proposal = typeof id === "string" ? await getRecord(deps, "proposals", community, id) : undefined;
  return proposal && isAdopted(proposal.values.state) ? proposal : undefined;
}

/** The item that counts an approved voucher on its line of the year; transfers are on none. */
export function yearItems(deps: Deps, community: string, values: Values): PlannedItem[] {
  if (values.kind === "transfer") return [];
  return [
    yearAddition(deps, community, String(values.date).slice(0, 4), { [String(values.line)]: Number(values.amountFen) }),
  ];
}

/** Adds to what a year has approved, by line. */
export function yearAddition(
  deps: Deps,
  community: string,
  year: string,
  amounts: Readonly<Record<string, number>>,
): PlannedItem {
  const byLine = Object.entries(amounts).map(([line, amountFen]) => [`l|${line}`, amountFen]);
  return addition(deps, yearKey(community, year), Object.fromEntries(byLine));
}

/** Decided plans of a year by line. */
async function plansOf(deps: Deps, community: string, year: number): Promise<Map<string, Values>> {
  const plans = new Map<string, Values>();
  for await (const { values } of allRecords(deps, "budget-lines", community)) {
    if (values.year === year) plans.set(String(values.line), values);
  }
  return plans;
}

const decidedFen = (plan: Values | undefined) => (plan?.state === "decided" ? Number(plan.plannedFen) : undefined);

async function actualOf(deps: Deps, community: string, year: string): Promise<Readonly<Record<string, unknown>>> {
  return (await getItem(deps, yearKey(community, year))) ?? {};
}

/** What an expense says about its budget line: by how much it goes over, if it does. */
export async function budgetRemarks(deps: Deps, community: string, values: Values): Promise<FieldProblem[]> {
  if (values.kind !== "out") return [];
  const year = String(values.date).slice(0, 4);
  const plannedFen = decidedFen((await plansOf(deps, community, Number(year))).get(String(values.line)));
  if (plannedFen === undefined) return [];
  const actualFen = Number((await actualOf(deps, community, year))[`l|${String(values.line)}`] ?? 0);
  const overFen = overLine(plannedFen, actualFen, Number(values.amountFen));
  const params = { planned: yuan(plannedFen), over: yuan(overFen) };
  return overFen > 0 ? [{ path: "overBudget", code: "over-budget", params }] : [];
}

/** Refuses the approval of what goes over its line without a decision to do so (L16). */
export async function refuseOverBudget(deps: Deps, community: string, values: Values): Promise<void> {
  const problems = await budgetRemarks(deps, community, values);
  if (problems.length === 0) return;
  if (values.overBudget === undefined) throw new Refusal("conflict", problems);
  const decision = await adopted(deps, community, values.overBudget);
  if (!decision) throw new Refusal("conflict", [{ path: "overBudget", code: "not-adopted" }]);
}

/** A year of the books (T20): each line against its plan, income by source, both totals. */
export type YearTable = {
  readonly year: string;
  readonly income: readonly YearLine[];
  readonly expense: readonly YearLine[];
  readonly sources: readonly { readonly source: string; readonly amountFen: number }[];
  readonly incomeFen: number;
  readonly expenseFen: number;
};
export type YearLine = Execution & { readonly decided: boolean; readonly setBy?: string };

export async function yearTable(deps: Deps, community: string, year: string): Promise<YearTable> {
  const [plans, actual, months] = await Promise.all([
    plansOf(deps, community, Number(year)),
    actualOf(deps, community, year),
    readMonths(deps, community),
  ]);
  const rows = (kind: "in" | "out") =>
    linesOf(kind).flatMap((line): YearLine[] => {
      const plan = plans.get(line);
      const actualFen = Number(actual[`l|${line}`] ?? 0);
      if (!plan && actualFen === 0) return [];
      const row = executionOf(line, plan ? Number(plan.plannedFen) : null, actualFen);
      const setBy = plan?.setBy;
      return [{ ...row, decided: plan?.state === "decided", ...(typeof setBy === "string" && { setBy }) }];
    });
  const sums = months.filter(({ month }) => month.startsWith(year)).flatMap((month) => month.sums);
  const bySource = new Map<string, number>();
  for (const { kind, source = "9", amountFen } of sums) {
    if (kind === "in") bySource.set(source, (bySource.get(source) ?? 0) + amountFen);
  }
  const total = (kind: "in" | "out") =>
    sums.filter((sum) => sum.kind === kind).reduce((whole, { amountFen }) => whole + amountFen, 0);
  return {
    year,
    income: rows("in"),
    expense: rows("out"),
    sources: [...bySource].sort().map(([source, amountFen]) => ({ source, amountFen })),
    incomeFen: total("in"),
    expenseFen: total("out"),
  };
}
