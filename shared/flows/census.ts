import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;

/** A household of a census (W11, S5.6): visited, or come again by appointment, then checked by a second person. */
export const census = defineFlow({
  name: "census",
  label: { zh: "普查入户", en: "Census household" },
  register: "census-sheets",
  state: "state",
  initial: "open",
  due: "due",
  states: {
    open: { waitsFor: STAFF },
    appointment: { waitsFor: STAFF, due: { days: "census.againDays", from: "appointment" } },
    visited: { waitsFor: STAFF, due: { days: "census.checkDays" } },
    done: { final: true },
    empty: { final: true },
    refused: { final: true },
  },
  moves: {
    appoint: {
      label: { zh: "预约再访", en: "Make an appointment" },
      from: ["open", "appointment"],
      to: "appointment",
      who: STAFF,
      takes: ["appointment", "attempts"],
      needs: ["appointment", "attempts"],
    },
    visit: {
      label: { zh: "入户登记", en: "Visited" },
      from: ["open", "appointment"],
      to: "visited",
      who: STAFF,
      takes: ["attempts", "persons", "members", "matchesBooklet", "difference"],
      needs: ["persons", "members", "matchesBooklet"],
    },
    check: {
      label: { zh: "对照户口簿复核", en: "Checked against the booklet" },
      from: ["visited"],
      to: "done",
      who: STAFF,
      notBy: ["visit"],
    },
    again: {
      label: { zh: "重新入户", en: "Visit again" },
      from: ["visited"],
      to: "open",
      who: STAFF,
      reason: true,
    },
    empty: {
      label: { zh: "空户", en: "Empty" },
      from: ["open", "appointment"],
      to: "empty",
      who: STAFF,
      takes: ["attempts"],
      needs: ["attempts"],
    },
    refuse: {
      label: { zh: "拒访", en: "Refused" },
      from: ["open", "appointment"],
      to: "refused",
      who: STAFF,
      takes: ["attempts"],
      needs: ["attempts"],
    },
  },
  locked: ["done", "empty", "refused"],
});
