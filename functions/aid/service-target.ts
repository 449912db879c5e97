import { Refusal } from "../../shared/contract/refusal.ts";
import { isDisplayOf, wasDisplayed } from "../../shared/rules/aid.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { isCurrent } from "../../shared/schema/coverage.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { planCreate, planPatch } from "../records/plan.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";

/** Aid that lasts, and so makes its household one the committee looks after. */
const LASTING: ReadonlySet<unknown> = new Set(["low-income", "very-poor"]);

function targets() {
  const register = registerNamed("service-targets");
  if (!register) throw new Error("There is no list of service targets");
  return register;
}

/**
 * Aid is granted when its display has run to the end. Whoever is granted aid that lasts becomes a service target in the
 * same act (低保对象, S8.13), unless they are one.
 */
export const becomesTarget: Effect = async (deps, application, { actor }, given) => {
  const { community, values } = application;
  await requireDisplayed(deps, application);
  if (!LASTING.has(values.aidClass)) return {};
  const from = typeof given.decidedOn === "string" ? given.decidedOn : dayOf(deps.now());
  if ((await heldBy(deps, application)).length > 0) return {};
  const target = { resident: values.applicant, kind: values.aidClass, from };
  const plan = await planCreate(deps, targets(), community, target, { actor, action: "create" });
  return { extra: plan.items };
};

/** Where the aid ends, so does what made its applicant a service target. */
export const isTargetNoMore: Effect = async (deps, application, { actor }, given) => {
  if (!LASTING.has(application.values.aidClass)) return {};
  const until = typeof given.closed === "string" ? given.closed : dayOf(deps.now());
  const plans = await Promise.all(
    (await heldBy(deps, application)).map((target) =>
      planPatch(deps, targets(), target, { until }, { actor, action: "edit" }),
    ),
  );
  return { extra: plans.flatMap((plan) => (plan === "unchanged" ? [] : plan.items)) };
};

async function requireDisplayed(deps: Deps, { id, community, values }: StoredRecord): Promise<void> {
  const displays: StoredRecord[] = [];
  for await (const one of allRecords(deps, "publications", community)) {
    if (isDisplayOf(one.values, id)) displays.push(one);
  }
  // One that still hangs is refused by the step itself.
  if (displays.some((one) => one.values.state === "posted")) return;
  if (wasDisplayed(displays, id, String(values.sentOn ?? ""))) return;
  throw new Refusal("conflict", [{ path: "state", code: "aid-not-displayed" }]);
}

async function heldBy(deps: Deps, { community, values }: StoredRecord): Promise<readonly StoredRecord[]> {
  const today = dayOf(deps.now());
  const found: StoredRecord[] = [];
  for await (const target of allRecords(deps, "service-targets", community)) {
    const { resident, kind } = target.values;
    if (resident === values.applicant && kind === values.aidClass && isCurrent(target, today)) found.push(target);
  }
  return found;
}
