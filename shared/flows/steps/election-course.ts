import type { Flow, FlowMove, FlowState } from "../../schema/flow.ts";

const STAFF = ["staff"] as const;
const STREET = ["street"] as const;
const LATE = [{ to: ["director", "street"] }] as const;

/** A window that ends so many days before election day, or on a later day after it (S3.5). */
export const ahead = (days: string): Pick<FlowState, "due" | "late"> => ({
  due: { days, from: "day", ahead: true },
  late: LATE,
});
const after = (days: string, from: string): Pick<FlowState, "due" | "late"> => ({
  due: { days, from, exact: true },
  late: LATE,
});

/** States before anybody has voted. */
export const BEFORE_VOTE = [
  "planned",
  "formed",
  "publicised",
  "registered",
  "listPublished",
  "electorsFixed",
  "nominated",
  "displayed",
  "sentUp",
  "approved",
  "formal",
  "prepared",
  "invalid",
] as const;

/** What both elections have. */
export const shared = {
  register: "elections",
  state: "state",
  initial: "planned",
  due: "due",
  inOrder: true,
  locked: [
    ...BEFORE_VOTE.slice(1),
    "voted",
    "announced",
    "certified",
    "handedOver",
    "inspected",
    "reported",
    "postponed",
  ],
} as const satisfies Partial<Flow>;

/** States of both elections, each with the window of the step that follows. */
export const states = {
  planned: { waitsFor: STREET, ...ahead("campaign.mobiliseDays") },
  formed: { waitsFor: STAFF, ...ahead("campaign.mobiliseDays") },
  publicised: { waitsFor: STAFF, ...ahead("campaign.sendUpDays") },
  electorsFixed: { waitsFor: STAFF, ...ahead("campaign.sendUpDays") },
  nominated: { waitsFor: STAFF, ...ahead("campaign.sendUpDays") },
  displayed: { waitsFor: STAFF, ...ahead("campaign.sendUpDays") },
  sentUp: { waitsFor: STREET, ...ahead("elections.candidateListDays") },
  approved: { waitsFor: STAFF, ...ahead("elections.candidateListDays") },
  prepared: { waitsFor: STAFF, ...ahead("campaign.voteDays") },
  invalid: { waitsFor: STAFF, ...ahead("campaign.voteDays") },
  voted: { waitsFor: STAFF, ...after("campaign.announceDays", "votedOn") },
  announced: { waitsFor: STREET, ...after("elections.handoverDays", "day") },
  certified: { waitsFor: STAFF, due: { days: "elections.handoverDays", from: "day" }, late: LATE },
  handedOver: { waitsFor: STREET, ...after("campaign.reviewDays", "day") },
  inspected: { waitsFor: STAFF, ...after("campaign.reviewDays", "day") },
  reported: { final: true },
  postponed: { waitsFor: STREET },
  earlier: { final: true },
  cancelled: { final: true },
} as const satisfies Flow["states"];

/** The same steps, only from states that this election has. */
export function within<M extends Readonly<Record<string, FlowMove>>>(moves: M, names: readonly string[]): M {
  const kept = Object.entries(moves).map(([name, move]) => [
    name,
    { ...move, from: move.from.filter((state) => names.includes(state)) },
  ]);
  // The same keys and the same kind of steps; only states were left out.
  return Object.fromEntries(kept) as M;
}
