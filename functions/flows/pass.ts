import { Refusal } from "../../shared/contract/refusal.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { isLate } from "../../shared/rules/flow.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { clockActor } from "../../shared/words/flows.ts";
import type { Deps } from "../http/deps.ts";
import { logFault } from "../http/log.ts";
import { deleteItem, getItem, itemsBetween, putItem } from "../store/items.ts";
import { getRecord } from "../store/records.ts";
import { clockRights } from "./move.ts";
import { moveRecord } from "./move-record.ts";
import { PASSED, type Pass, passFrom, passPartition } from "./pass-keys.ts";
import { stateOf } from "./progress.ts";

/** How far the first run of an installation looks back. */
const FIRST_LOOK_DAYS = 60;

/**
 * Takes the moves that happen by themselves (到期自动流转): an answer that nobody rated in time is closed as neutral. A
 * day is passed over for good only when nothing of it is left, so that what a run could not do is done by the next.
 */
export async function passDue(deps: Deps): Promise<void> {
  const today = dayOf(deps.now());
  const kept = (await getItem(deps, PASSED))?.day;
  let reached: string | undefined;
  for (
    let day = typeof kept === "string" ? kept : addDays(today, -FIRST_LOOK_DAYS);
    day <= today;
    day = addDays(day, 1)
  ) {
    for await (const { sk } of itemsBetween(deps, { pk: passPartition(day), from: " ", to: "~", only: "sk" })) {
      try {
        await pass(deps, passFrom(String(sk)), today);
        await deleteItem(deps, { pk: passPartition(day), sk: String(sk) });
      } catch (error) {
        logFault(error instanceof Error ? error : new Error(String(error)));
        reached ??= day;
      }
    }
  }
  await putItem(deps, { ...PASSED, day: reached ?? today });
}

/** Makes the next run begin no later than with this day: a community that moved here may have brought some of then. */
export async function setPassedDay(deps: Deps, day: string): Promise<void> {
  const kept = (await getItem(deps, PASSED))?.day;
  if (typeof kept !== "string" || day < kept) await putItem(deps, { ...PASSED, day });
}

/** Moves a record whose day has passed; one that went on meanwhile, or has more time now, has an entry of its own. */
async function pass(deps: Deps, { community, register: name, id }: Pass, today: string): Promise<void> {
  const register = registerNamed(name);
  const record = register && (await getRecord(deps, name, community, id));
  const flow = record && flowOf(name, record.values);
  const move = record && flow?.states[stateOf(flow, record.values)]?.passes;
  if (!register || !record?.stage || !move || !isLate(record.stage, today)) return;
  try {
    const request = { community, id, move, given: {}, rights: clockRights };
    await moveRecord(deps, register, request, { actor: clockActor, action: "move" });
  } catch (error) {
    // Somebody rated it at this very moment.
    if (!(error instanceof Refusal && error.code === "conflict")) throw error;
  }
}
