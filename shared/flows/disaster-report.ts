import { disasterKind } from "../codes/safety.ts";
import { defineFlow } from "../schema/flow.ts";
import type { Label } from "../schema/label.ts";

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

const EPIDEMIC = ["epidemic"];
const OTHERS = Object.keys(disasterKind.codes).filter((kind) => !EPIDEMIC.includes(kind));

type Kinds = {
  readonly name: string;
  readonly label: Label;
  readonly kinds: readonly string[];
  /** Figures of the final report. */
  readonly final: readonly string[];
  /** Who looks at it besides. */
  readonly watches?: readonly string[];
};

/** A report of some kinds (W10): first report, confirmed by the head, followed up daily, final, to the town. */
function reportOf({ name, label, kinds, final, watches = [] }: Kinds) {
  return defineFlow({
    name,
    label,
    register: "disaster-reports",
    state: "state",
    when: { field: "kind", in: kinds },
    initial: "first",
    due: "due",
    states: {
      first: { waitsFor: [...HEADS, ...watches], due: { days: "safety.confirmDays" }, late: LATE },
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
        needs: final,
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
}

/** A disaster (灾情报告, W10, S4.11). */
export const disasterReport = reportOf({
  name: "disaster-report",
  label: { zh: "灾情报告", en: "Disaster report" },
  kinds: OTHERS,
  final: ["affected", "evacuated", "collapsedRooms", "damagedRooms", "action"],
});

/** An epidemic (疫情报告, W10, S8.12): the health officer sees it at once, and no fallen houses are counted. */
export const epidemicReport = reportOf({
  name: "epidemic-report",
  label: { zh: "疫情报告", en: "Epidemic report" },
  kinds: EPIDEMIC,
  final: ["affected", "action"],
  watches: ["health"],
});
