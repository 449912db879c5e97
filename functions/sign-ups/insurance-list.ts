import { invalid } from "../../shared/contract/refusal.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import { reveal } from "../records/reveal.ts";
import { allRecords } from "../store/records.ts";
import { guestsOf } from "./seat-list.ts";
import { settle } from "./settle.ts";

/** Opened at once; a list of more people is opened in parts. */
const TOGETHER = 500;

export type InsuredGuest = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly partySize: number;
  /** The resident this is, and the ID number, which is null where the register has none. */
  readonly resident: string | null;
  readonly idNo: string | null;
  /** Residents of the same name to choose from, where name and phone do not say who it is. */
  readonly candidates: readonly { readonly id: string; readonly birth: string | null }[];
};

export type InsuranceRequest = {
  readonly reason: string;
  /** Residents that staff picked, by sign-up. */
  readonly picked: Readonly<Record<string, string>>;
};

/**
 * Those with a place, with ID numbers for an insurer (保险名单). Sign-ups hold no ID number: it comes from the resident
 * of the same name and phone, or whom staff picked, for one reason that stands in each resident's history.
 */
export async function insuranceList(
  deps: Deps,
  community: string,
  eventId: string,
  request: InsuranceRequest,
  actor: { account: string; name: string },
): Promise<InsuredGuest[]> {
  const register = registerNamed("residents");
  if (!register) throw new Error("There is no list of residents");
  const guests = guestsOf(await settle(deps, community, eventId)).filter(({ state }) => state !== "waiting");
  const residents = await namesakes(deps, community, new Set(guests.map(({ name }) => name)));
  const known = new Set([...residents.values()].flat().map(({ id }) => id));
  const unknown = Object.entries(request.picked).filter(([, resident]) => !known.has(resident));
  if (unknown.length > 0)
    throw invalid(...unknown.map(([id]) => ({ path: `picked.${id}`, code: "unknown-reference" })));
  const matched = guests.map((guest) => {
    const same = residents.get(guest.name) ?? [];
    const byPhone = same.filter(({ phone }) => phone === guest.phone);
    const resident = request.picked[guest.id] ?? (byPhone.length === 1 ? byPhone[0]?.id : undefined);
    return { guest, same, resident };
  });
  const ids = [...new Set(matched.map(({ resident }) => resident).filter((id) => id !== undefined))];
  const numbers = new Map<string, string | null>();
  for (let start = 0; start === 0 || start < ids.length; start += TOGETHER) {
    const part = { ids: ids.slice(start, start + TOGETHER), field: "idNo", reason: request.reason };
    for (const { id, value } of await reveal(deps, register, community, part, actor)) numbers.set(id, value);
  }
  return matched.map(({ guest: { id, name, phone, partySize }, same, resident }) => ({
    id,
    name,
    phone,
    partySize,
    resident: resident ?? null,
    idNo: (resident !== undefined ? numbers.get(resident) : undefined) ?? null,
    candidates: resident === undefined ? same.map(({ id: one, birth }) => ({ id: one, birth })) : [],
  }));
}

type Namesake = { readonly id: string; readonly phone: string | undefined; readonly birth: string | null };

/** Residents by name, of those names that are asked for. */
async function namesakes(
  deps: Deps,
  community: string,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Namesake[]>> {
  const found = new Map<string, Namesake[]>();
  if (names.size === 0) return found;
  for await (const { id, values } of allRecords(deps, "residents", community)) {
    const name = String(values.name);
    if (!names.has(name)) continue;
    const phone = typeof values.phone === "string" ? values.phone : undefined;
    const birth = typeof values.birth === "string" ? values.birth : null;
    found.set(name, [...(found.get(name) ?? []), { id, phone, birth }]);
  }
  return found;
}
