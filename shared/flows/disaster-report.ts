import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const HEADS = ["director", "secretary"] as const;
const LATE = [{ to: HEADS }, { after: "safety.streetDays", to: ["street"] }] as const;
const FIGURES = [
  "affected",
  "dead",
  "missing",
  "injured",
  "evacuated",
  "collapsedRooms",
  "damagedRooms",
  "lossYuan",
  "action",
] as const;

/** A disaster report (灾情报告, W10, S4.11): first report, confirmed by the head, followed up daily, final, to the town. */
export const disasterReport = defineFlow({
  name: "disaster-report",
  label: { zh: "灾情报告", en: "Disaster report" },
  register: "disaster-reports",
  state: "state",
  initial: "first",
  due: "due",
  states: {
    first: { waitsFor: HEADS, due: { days: "safety.confirmDays" }, late: LATE },
    confirmed: { waitsFor: STAFF, due: { days: "safety.followDays" }, late: LATE },
    followed: { waitsFor: STAFF, due: { days: "safety.followDays", from: "followedOn" }, late: LATE },
    final: { waitsFor: HEADS, due: { days: "safety.sendDays" }, late: LATE },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    confirm: {
      label: { zh: "核实", en: "Confirm" },
      from: ["first"],
      to: "confirmed",
      who: HEADS,
      takes: FIGURES,
      notBy: ["create"],
    },
    follow: {
      label: { zh: "续报", en: "Follow up" },
      from: ["confirmed", "followed"],
      to: "followed",
      who: STAFF,
      takes: FIGURES,
      needs: ["affected", "action"],
      on: "followedOn",
    },
    finish: {
      label: { zh: "核报", en: "Final report" },
      from: ["confirmed", "followed"],
      to: "final",
      who: ["director"],
      takes: FIGURES,
      needs: ["affected", "evacuated", "collapsedRooms", "damagedRooms", "action"],
    },
    send: {
      label: { zh: "上报镇街", en: "Send to the town" },
      from: ["final"],
      to: "closed",
      who: HEADS,
      takes: ["sentNo"],
      needs: ["sentNo"],
      on: "sentOn",
    },
    cancel: {
      label: { zh: "误报撤销", en: "False report" },
      from: ["first", "confirmed"],
      to: "cancelled",
      who: HEADS,
      reason: true,
    },
  },
  locked: ["final", "closed", "cancelled"],
});
