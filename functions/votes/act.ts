import { setTimeout } from "node:timers/promises";
import { type FieldProblem, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { InForce } from "../../shared/rules/in-force.ts";
import type { MeetingKind } from "../../shared/schema/meeting.ts";
import { MEETINGS } from "../../shared/schema/meetings.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";

/** Somebody who acts on a meeting or a vote. */
export type Actor = { readonly rights: Rights; readonly context: WriteContext };

/** A record after an act, with what is told beside it and the numbers that acted, each with its source. */
export type Acted = {
  readonly record: StoredRecord;
  readonly warnings: readonly Finding[];
  readonly rules: readonly InForce[];
};

/** How often an act is worked out anew when another one came between. */
const ATTEMPTS = 12;

/** Does an act on records as they are; when another act came first it is worked out again on what that one left. */
export async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "stale") || attempt === ATTEMPTS) throw error;
      await setTimeout(Math.random() * 8 * attempt);
    }
  }
}

export function listNamed(name: string): Register {
  const register = registerNamed(name);
  if (!register) throw new Error(`There is no list of ${name}`);
  return register;
}

export async function heldRecord(deps: Deps, register: string, community: string, id: string): Promise<StoredRecord> {
  const record = await getRecord(deps, register, community, id);
  if (!record) throw new Refusal("not-found");
  return record;
}

export function kindOf({ values }: StoredRecord): MeetingKind {
  const kind = MEETINGS.get(String(values.kind));
  if (!kind) throw new Error(`There is no kind of meeting ${String(values.kind)}`);
  return kind;
}

export const dayOfMeeting = ({ values }: StoredRecord) => String(values.at).slice(0, 10);

/** Where on the page a finding belongs. */
const PLACES: Readonly<Record<string, string>> = {
  "quorum-not-met": "present",
  "officers-missing": "officers",
  "secret-needed": "method",
  "election-not-prepared": "meeting",
  "election-at-other-meeting": "meeting",
  "meeting-of-other-kind": "meeting",
  "meeting-on-other-day": "meeting",
  "seats-beyond-election": "seats",
  "seats-too-few": "seats",
  "seats-too-many": "seats",
  "too-few-proposers": "proposers",
  "person-not-heard": "statement",
};

/** A finding as a field problem: the same words whether it stops an act or is told beside it. */
export function asProblem({ code, params }: Finding): FieldProblem {
  return { path: PLACES[code] ?? "candidates", code, ...(params && { params }) };
}

/** Refuses what stands in the way, with the numbers it hangs on; gives back what is only told. */
export function refuseFailing(findings: readonly Finding[], rules: readonly InForce[]): readonly Finding[] {
  const failing = findings.filter(({ level }) => level === "fails");
  if (failing.length > 0) throw new Refusal("conflict", failing.map(asProblem), { rules });
  return findings;
}
