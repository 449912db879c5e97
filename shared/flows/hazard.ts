import { defineFlow } from "../schema/flow.ts";
import type { Label } from "../schema/label.ts";

const STAFF = ["staff"] as const;
const LATE = [{ to: ["director"] }, { after: "safety.streetDays", to: ["street"] }] as const;

/** A hazard of one level (W09, S4.12): the level decides how long its removal may take; a second person checks. */
function hazardOf(level: string, label: Label, days: string, watches: readonly string[] = []) {
  const due = { days, from: "ordered" } as const;
  return defineFlow({
    name: `hazard-${level}`,
    label,
    register: "hazards",
    state: "state",
    when: { field: "level", in: [level] },
    initial: "found",
    due: "due",
    on: "found",
    states: {
      found: { waitsFor: [...STAFF, ...watches], due: { days: "safety.orderDays" }, late: LATE },
      ordered: { waitsFor: [...STAFF, ...watches], due, late: LATE },
      fixed: { waitsFor: STAFF, due: { days: "safety.checkDays" }, late: LATE },
      closed: { final: true },
      cancelled: { final: true },
    },
    moves: {
      order: {
        label: { zh: "责令整改", en: "Order its removal" },
        from: ["found"],
        to: "ordered",
        who: STAFF,
        takes: ["owner", "measure"],
        needs: ["owner", "measure"],
        on: "ordered",
      },
      fix: {
        label: { zh: "整改完成", en: "Fixed" },
        from: ["ordered"],
        to: "fixed",
        who: STAFF,
        takes: ["evidence"],
        needs: ["evidence"],
        on: "fixed",
      },
      check: {
        label: { zh: "复查销号", en: "Check and close" },
        from: ["fixed"],
        to: "closed",
        who: STAFF,
        takes: ["finding"],
        needs: ["finding"],
        notBy: ["fix"],
        on: "closed",
      },
      reopen: {
        label: { zh: "复查不合格", en: "Not gone" },
        from: ["fixed"],
        to: "ordered",
        who: STAFF,
        reason: true,
        notBy: ["fix"],
        on: "ordered",
      },
      cancel: {
        label: { zh: "撤销", en: "Cancel" },
        from: ["found", "ordered"],
        to: "cancelled",
        who: ["director"],
        reason: true,
        on: "closed",
      },
    },
    locked: ["closed", "cancelled"],
  });
}

/** High: the street sees it at once. */
export const hazardHigh = hazardOf("high", { zh: "重大隐患整改", en: "High hazard" }, "safety.highDays", ["street"]);
export const hazardMiddle = hazardOf("mid", { zh: "较大隐患整改", en: "Middle hazard" }, "safety.middleDays");
export const hazardLow = hazardOf("low", { zh: "一般隐患整改", en: "Low hazard" }, "safety.lowDays");
