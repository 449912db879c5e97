import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const ARRANGED = ["place", "agenda", "officers"] as const;

/**
 * A meeting (会议, S2.4): planned, called with its roll fixed, opened when enough have come, closed with minutes once all
 * its votes are over. One that too few came to has failed and is called anew as another.
 */
export const meeting = defineFlow({
  name: "meeting",
  label: { zh: "会议", en: "Meetings" },
  register: "meetings",
  state: "state",
  path: "votes",
  initial: "planned",
  states: {
    planned: { waitsFor: STAFF },
    called: { waitsFor: STAFF },
    open: { waitsFor: STAFF },
    closed: { final: true },
    failed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    call: { label: { zh: "召集", en: "Call" }, from: ["planned"], to: "called", who: STAFF },
    arrange: {
      label: { zh: "安排会务", en: "Arrange" },
      from: ["called"],
      to: "called",
      who: STAFF,
      takes: ARRANGED,
    },
    open: { label: { zh: "宣布开会", en: "Open" }, from: ["called"], to: "open", who: STAFF },
    record: {
      label: { zh: "记录", en: "Record" },
      from: ["open"],
      to: "open",
      who: STAFF,
      takes: ["officers", "study", "minutes"],
    },
    close: {
      label: { zh: "结束会议", en: "Close" },
      from: ["open"],
      to: "closed",
      who: STAFF,
      takes: ["study", "minutes"],
      needs: ["minutes"],
      on: "closed",
    },
    fail: {
      label: { zh: "人数不足，改期", en: "Too few came" },
      from: ["called"],
      to: "failed",
      who: STAFF,
      reason: true,
      on: "closed",
    },
    cancel: {
      label: { zh: "取消", en: "Cancel" },
      from: ["planned", "called"],
      to: "cancelled",
      who: STAFF,
      reason: true,
      on: "closed",
    },
  },
  locked: ["called", "open", "closed", "failed", "cancelled"],
});
