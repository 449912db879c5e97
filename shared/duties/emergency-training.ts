import { defineDuty } from "../schema/duty.ts";

/** Staff and group leaders are trained for emergencies every year (S4.8): a training for both shows it. */
export const emergencyTraining = defineDuty({
  name: "D08",
  label: { zh: "年度应急培训", en: "Yearly emergency training" },
  rhythm: "year",
  who: ["director", "security"],
  days: "duties.yearlyDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "培训记录（工作人员和居民组长）", en: "Training of staff and group leaders" },
  fulfilment: "list",
  shownBy: {
    register: "trainings",
    on: "date",
    when: ({ topic, audience }) =>
      topic === "emergency" &&
      Array.isArray(audience) &&
      ["staff", "leaders"].every((one) => audience.some((code) => code === one)),
  },
});
