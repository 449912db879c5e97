import { defineFlow } from "../schema/flow.ts";

/** The yearly count of assets (资产盘点, L17): what differs is put on record, and a second person says what is done about it. */
export const assetCount = defineFlow({
  name: "asset-count",
  label: { zh: "资产盘点", en: "Count of assets" },
  register: "asset-counts",
  state: "state",
  initial: "counting",
  kept: true,
  states: {
    counting: { waitsFor: ["staff"] },
    counted: { waitsFor: ["director", "accountant"] },
    confirmed: { final: true },
  },
  moves: {
    finish: {
      label: { zh: "盘点完成", en: "Finish" },
      from: ["counting"],
      to: "counted",
      who: ["staff"],
      on: "finished",
    },
    confirm: {
      label: { zh: "确认盘点", en: "Confirm" },
      from: ["counted"],
      to: "confirmed",
      who: ["director", "accountant"],
      notBy: ["finish"],
      takes: ["treatment"],
      on: "confirmed",
    },
    again: {
      label: { zh: "退回重盘", en: "Count again" },
      from: ["counted"],
      to: "counting",
      who: ["director", "accountant"],
      reason: true,
    },
  },
  locked: ["counted", "confirmed"],
});
