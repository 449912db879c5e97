import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;

/**
 * A vote (表决, S3.19, S3.20): prepared, opened with those present and the names on the paper fixed, counted when two
 * people's figures agree, announced. What went wrong is void, and a further vote takes its place.
 */
export const vote = defineFlow({
  name: "vote",
  label: { zh: "表决", en: "Votes" },
  register: "votes",
  state: "state",
  path: "votes",
  initial: "prepared",
  states: {
    prepared: { waitsFor: STAFF },
    open: { waitsFor: STAFF },
    counted: { waitsFor: STAFF },
    announced: { final: true },
    void: { final: true },
  },
  moves: {
    open: {
      label: { zh: "开始表决", en: "Open" },
      from: ["prepared"],
      to: "open",
      who: STAFF,
      takes: ["statement"],
    },
    count: { label: { zh: "核对一致", en: "Count" }, from: ["open"], to: "counted", who: STAFF },
    recount: {
      label: { zh: "重新计票", en: "Count anew" },
      from: ["open", "counted"],
      to: "open",
      who: STAFF,
      reason: true,
    },
    announce: { label: { zh: "宣布结果", en: "Announce" }, from: ["counted"], to: "announced", who: STAFF },
    void: {
      label: { zh: "作废", en: "Void" },
      from: ["prepared", "open", "counted"],
      to: "void",
      who: STAFF,
      reason: true,
    },
  },
  locked: ["open", "counted", "announced", "void"],
});
