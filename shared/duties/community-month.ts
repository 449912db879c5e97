import { defineDuty } from "../schema/duty.ts";

/** June is community-building publicity month (社区建设宣传月, S2.9): publicity of that month shows it. */
export const communityMonth = defineDuty({
  name: "D11",
  label: { zh: "社区建设宣传月", en: "Community month" },
  rhythm: "year",
  season: { from: "06-01", to: "06-30" },
  who: ["director"],
  days: "duties.campaignDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "宣传记录（主题：社区建设）", en: "Publicity about community building" },
  fulfilment: "list",
  shownBy: { register: "publicity", on: "date", when: ({ theme }) => theme === "community" },
});
