import { defineDuty } from "../schema/duty.ts";

/** The committee is elected anew before its term ends (换届, S3.1): so many years after it was elected last. */
export const election = defineDuty({
  name: "D15",
  label: { zh: "居委会任期届满，换届选举", en: "The committee's term ends: election" },
  rhythm: "term",
  every: "elections.termYears",
  who: ["director", "secretary"],
  lead: "campaign.termLeadDays",
  days: "campaign.termDays",
  late: [{ to: ["street"] }],
  evidence: { zh: "换届选举记录，已投票", en: "The election, voted" },
  fulfilment: "list",
  shownBy: { register: "elections", on: "votedOn", when: ({ kind }) => kind === "committee" },
});
