import { defineFlow } from "../schema/flow.ts";

const KEPT = ["use", "idle"];

/**
 * What happens to a fixed asset (固定资产, S6.10, S8.8, L17): counted, kept in repair, laid up, taken into use again, and
 * scrapped by the director when a meeting has decided so.
 */
export const asset = defineFlow({
  name: "asset",
  label: { zh: "固定资产", en: "Fixed asset" },
  register: "assets",
  state: "state",
  initial: "use",
  kept: true,
  states: { use: {}, idle: {}, scrapped: { final: true } },
  moves: {
    count: {
      label: { zh: "盘点", en: "Count" },
      from: KEPT,
      who: ["staff"],
      takes: ["found", "countNote"],
      needs: ["found"],
      on: "lastCount",
    },
    maintain: {
      label: { zh: "登记维护", en: "Enter maintenance" },
      from: KEPT,
      who: ["staff"],
      takes: ["maintenance"],
      needs: ["maintenance"],
      on: "maintained",
    },
    layUp: { label: { zh: "转为闲置", en: "Lay up" }, from: ["use"], to: "idle", who: ["staff"], reason: true },
    useAgain: { label: { zh: "重新启用", en: "Use again" }, from: ["idle"], to: "use", who: ["staff"] },
    scrap: {
      label: { zh: "报废", en: "Scrap" },
      from: KEPT,
      to: "scrapped",
      who: ["director"],
      takes: ["scrapReason", "decidedBy"],
      needs: ["scrapReason", "decidedBy"],
      on: "scrapped",
    },
  },
  locked: ["scrapped"],
});
