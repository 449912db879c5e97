import { defineDuty } from "../schema/duty.ts";

/** Disaster-reduction day is 12 May (防灾减灾日, S4.13): publicity of its week shows it. */
export const disasterDay = defineDuty({
  name: "D10",
  label: { zh: "防灾减灾日宣传", en: "Disaster-reduction day" },
  rhythm: "year",
  season: { from: "05-06", to: "05-12" },
  who: ["director", "security"],
  days: "duties.campaignDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "宣传记录（主题：防灾减灾）", en: "Publicity about disaster reduction" },
  fulfilment: "list",
  shownBy: { register: "publicity", on: "date", when: ({ theme }) => theme === "disaster" },
});
