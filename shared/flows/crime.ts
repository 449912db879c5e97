import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;

/**
 * A crime (案情报告, S8.10): the scene is kept as it is and the police told at once. It waits for the director and the
 * street from the first minute; the committee investigates nothing.
 */
export const crime = defineFlow({
  name: "crime",
  label: { zh: "案情报告", en: "Crime report" },
  register: "cases",
  state: "state",
  when: { field: "type", in: ["crime"] },
  initial: "received",
  due: "due",
  on: "received",
  states: {
    received: {
      waitsFor: [...STAFF, "street"],
      due: { days: "cases.crimeDays", exact: true },
      late: [{ to: ["director", "street"] }],
    },
    sent: { waitsFor: STAFF },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    report: {
      label: { zh: "已报警", en: "Police told" },
      from: ["received"],
      to: "sent",
      who: STAFF,
      takes: ["sceneKept", "sentTo", "receipt", "place", "happened"],
      needs: ["sceneKept", "sentTo", "place"],
      on: "sent",
    },
    close: {
      label: { zh: "登记结果", en: "Close" },
      from: ["sent"],
      to: "closed",
      who: STAFF,
      takes: ["answer", "receipt"],
      needs: ["answer"],
      on: "closed",
    },
    cancel: {
      label: { zh: "误报撤销", en: "False report" },
      from: ["received", "sent"],
      to: "cancelled",
      who: ["director"],
      reason: true,
      on: "closed",
    },
  },
  locked: ["closed", "cancelled"],
});
