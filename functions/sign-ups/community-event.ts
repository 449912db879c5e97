import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { sharedReads } from "./shared-read.ts";

const text = z.optional(z.string());
const values = z.object({
  title: z.string(),
  kind: z.string(),
  target: z.optional(z.array(z.string())),
  organiser: text,
  coOrganisers: text,
  gather: z.string(),
  place: z.string(),
  end: z.string(),
  stops: z.optional(z.array(z.object({ time: text, place: text, activity: text }))),
  capacity: z.optional(z.int()),
  closeDays: z.optional(z.int()),
  perPhoneMax: z.optional(z.int()),
  minAge: z.optional(z.int()),
  fee: z.optional(z.int()),
  vehicles: z.optional(z.array(z.object({ plate: z.string(), seats: z.int() }))),
  commercialStop: z.optional(z.boolean()),
  status: text,
});

/** A community event (活动) as sign-up, form and poster see it. */
export type CommunityEvent = z.infer<typeof values> & {
  readonly id: string;
  readonly community: string;
  /** When it was last edited. */
  readonly changedAt: number;
};

export function eventFrom({ id, community, updatedAt, values: stored }: StoredRecord): CommunityEvent {
  return { id, community, changedAt: updatedAt, ...values.parse(stored) };
}

const shared = sharedReads<CommunityEvent | undefined>();

/** The event, or nothing when it was deleted or never was. */
export function findEvent(deps: Deps, community: string, id: string): Promise<CommunityEvent | undefined> {
  return shared(deps.documents, `${community}/${id}`, async () => {
    const record = await getRecord(deps, "events", community, id);
    return record && eventFrom(record);
  });
}

export async function requireEvent(deps: Deps, community: string, id: string): Promise<CommunityEvent> {
  const event = await findEvent(deps, community, id);
  if (!event) throw new Refusal("not-found");
  return event;
}

/** Whether people go somewhere together: then it matters whom to call and what a helper should know (S1.9). */
export const isTrip = (event: CommunityEvent) => event.kind === "trip";
