import { defineDuty } from "../schema/duty.ts";

/** The council clears and reviews the accounts every month and posts the result (S8.20). */
export const accountReview = defineDuty({
  name: "D03",
  label: { zh: "审核上月账目", en: "Review of a month's accounts" },
  rhythm: "month",
  who: ["council", "supervision"],
  days: "ledger.reviewDay",
  late: [{ to: ["director"] }, { after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "审核人签名", en: "Reviewers' signatures" },
  fulfilment: "review",
});
