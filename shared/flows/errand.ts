import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;

/** An errand (交办事项, S5.2): given, done by whom it was given to, accepted by one of the staff. */
export const errand = defineFlow({
  name: "errand",
  label: { zh: "交办事项", en: "Errand" },
  register: "errands",
  state: "state",
  initial: "given",
  states: {
    given: { waitsFor: [...STAFF, "intern"], due: { days: "duties.errandDays", from: "until" } },
    done: { waitsFor: STAFF },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    finish: {
      label: { zh: "完成", en: "Done" },
      from: ["given"],
      to: "done",
      who: [...STAFF, "intern"],
      takes: ["report"],
      needs: ["report"],
      on: "done",
    },
    accept: {
      label: { zh: "验收", en: "Accept" },
      from: ["done"],
      to: "closed",
      who: STAFF,
      notBy: ["finish"],
    },
    again: { label: { zh: "退回重做", en: "Do again" }, from: ["done"], to: "given", who: STAFF, reason: true },
    cancel: { label: { zh: "取消", en: "Cancel" }, from: ["given", "done"], to: "cancelled", who: STAFF, reason: true },
  },
  locked: ["closed", "cancelled"],
});
