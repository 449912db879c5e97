import { invalid } from "../../shared/contract/refusal.ts";
import type { Values } from "../../shared/schema/field.ts";
import { registeredWords } from "../../shared/words/certificate.ts";
import type { Effect } from "../flows/effect.ts";
import { getRecord } from "../store/records.ts";

/**
 * What the register says about whoever asks (名册记载), written beside what the clerk found when they compared: the
 * certificate rests on the register as it was that day. Where it says they have moved or died, nothing agrees.
 */
export const asRegistered: Effect = async (deps, { community, values }, _context, given) => {
  const read = async (register: string, key: unknown): Promise<Values | undefined> =>
    typeof key === "string" ? (await getRecord(deps, register, community, key))?.values : undefined;
  const resident = await read("residents", values.resident);
  if (!resident) throw invalid({ path: "resident", code: "unknown-reference" });
  const isGone = resident.live === "moved" || resident.live === "dead";
  if (isGone && given.matches === true) throw invalid({ path: "matches", code: "register-differs" });
  const household = await read("households", resident.household);
  const dwelling = await read("dwellings", household?.dwelling);
  return { also: { registered: registeredWords(resident, household ?? {}, dwelling ?? {}) } };
};
