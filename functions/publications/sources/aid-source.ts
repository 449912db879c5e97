import { invalid } from "../../../shared/contract/refusal.ts";
import { ageOn, dayOf } from "../../../shared/rules/calendar.ts";
import type { Source } from "../../../shared/rules/publication/freeze.ts";
import type { Values } from "../../../shared/schema/field.ts";
import type { Deps } from "../../http/deps.ts";
import { getRecord } from "../../store/records.ts";

const ADULT = 18;
/** Sent to the street and not decided; a correction may come while it hangs. */
const SHOWN: ReadonlySet<unknown> = new Set(["sent", "displayed"]);

/**
 * What a display of aid shows of its applications (P7, S8.13), each sent to the street and not decided yet. Where the
 * household has no head, the applicant stands for it. A child is named by nobody.
 */
export async function aidSource(deps: Deps, community: string, applications: readonly string[]): Promise<Source> {
  const households = await Promise.all(applications.map((id) => rowOf(deps, community, id)));
  return { households };
}

async function rowOf(deps: Deps, community: string, id: string) {
  const read = async (register: string, key: unknown): Promise<Values | undefined> =>
    typeof key === "string" ? (await getRecord(deps, register, community, key))?.values : undefined;
  const application = await read("aid-applications", id);
  if (!application || !SHOWN.has(application.state)) throw invalid({ path: "applications", code: "aid-not-sent" });
  const household = await read("households", application.household);
  const dwelling = await read("dwellings", household?.dwelling);
  const group = await read("groups", dwelling?.group);
  const head = (await read("residents", household?.head)) ?? (await read("residents", application.applicant));
  if (!head || ageOn(String(head.birth), dayOf(deps.now())) < ADULT) {
    throw invalid({ path: "applications", code: "child-not-named" });
  }
  const { persons, aidClass, amount } = application;
  return {
    head: String(head.name),
    group: String(group?.name ?? ""),
    persons: Number(persons),
    aidClass: String(aidClass),
    amount: Number(amount),
  };
}
