import type { Deps } from "../http/deps.ts";
import { transact } from "../store/transact.ts";
import type { WritePlan } from "./context.ts";

/** Makes plans true, all or none, in one transaction of at most 100 items. */
export async function commit(deps: Deps, plans: readonly WritePlan[]): Promise<void> {
  await transact(
    deps,
    plans.flatMap((plan) => plan.items),
  );
}
