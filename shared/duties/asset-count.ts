import { defineDuty } from "../schema/duty.ts";

/** Every fixed asset is counted once a year (资产清查, L17, S8.8): a confirmed count shows it. */
export const assetCount = defineDuty({
  name: "D16-assets",
  label: { zh: "年度资产盘点", en: "Yearly count of assets" },
  rhythm: "year",
  who: ["director", "clerk"],
  days: "duties.yearlyDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "已确认的资产盘点", en: "A confirmed count of assets" },
  fulfilment: "list",
  shownBy: { register: "asset-counts", on: "finished", when: ({ state }) => state === "confirmed" },
});
