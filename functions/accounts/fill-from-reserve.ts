import type { FieldProblem } from "../../shared/contract/refusal.ts";
import { fillingOf } from "../../shared/rules/reserve.ts";
import type { Values } from "../../shared/schema/field.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";

export type ReservePlan = {
  readonly problems: readonly FieldProblem[];
  /** The entry's rank, which the post notes. */
  readonly rank?: number;
  /** Takes the entry off the list, in the transaction that grants the post. */
  readonly plan?: WritePlan;
};

/** What the reserve list has to say to a grant (候录库递补, S9.4): nothing unless somebody is taken on. */
export async function fillFromReserve(
  deps: Deps,
  community: string,
  granted: Readonly<Record<string, unknown>>,
  context: WriteContext,
): Promise<ReservePlan> {
  if (granted.origin !== "recruited" || typeof granted.from !== "string") return { problems: [] };
  const register = registerNamed("recruits");
  if (!register) throw new Error("There is no reserve list");
  const entries: StoredRecord[] = [];
  for await (const record of allRecords(deps, register.name, community)) entries.push(record);
  if (entries.length === 0) return { problems: [] };
  const text = (key: string) => (typeof granted[key] === "string" ? granted[key] : undefined);
  const taken = {
    person: String(granted.person),
    birth: text("birth"),
    from: granted.from,
    outOfOrder: text("outOfOrder"),
  };
  const { entry, problems } = fillingOf(taken, entries, await readRules(deps, community));
  const current = entries.find(({ id }) => id === entry?.id);
  if (!current || problems.length > 0) return { problems };
  const filled: Values = { filled: granted.from, filledAs: String(granted.post) };
  const plan = await planPatch(deps, register, current, filled, { ...context, byAction: true });
  return { problems, rank: Number(current.values.rank), ...(plan !== "unchanged" && { plan }) };
}
