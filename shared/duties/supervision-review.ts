import { defineDuty } from "../schema/duty.ts";

/** The supervision group looks over accounts and open affairs every quarter and says what it found (监督小组审查, S7.4). */
export const supervisionReview = defineDuty({
  name: "D17",
  label: { zh: "监督小组审查账目和公开情况", en: "Supervision group's review" },
  rhythm: "quarter",
  who: ["supervision"],
  days: "duties.reviewDays",
  late: [{ to: ["director"] }, { after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "审查意见和公布情况", en: "What was found, and where it was made public" },
  fulfilment: "record",
  needs: ["evidence"],
});
