import { fiveServices } from "../codes/committee.ts";
import { visitKind } from "../codes/work.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Visits (走访记录, R33; S4.6, S5.8): whom staff saw at home, what was wished for, and when they come again. */
export const visits = defineRegister({
  name: "visits",
  label: { zh: "走访记录", en: "Visits" },
  title: ["on", "household"],
  frozen: ["on", "household"],
  match: [["household", "on", "kind", "resident"]],
  uniqueTogether: [["household", "on", "kind", "resident"]],
  retention: { from: "on", days: 3 * 365 },
  fields: {
    on: { kind: "date", label: { zh: "走访日期", en: "Visited on" }, required: true, past: true, width: 110 },
    household: {
      kind: "reference",
      to: "households",
      label: { zh: "户", en: "Household" },
      required: true,
      width: 110,
    },
    resident: { kind: "reference", to: "residents", label: { zh: "走访对象", en: "Whom" }, width: 110 },
    kind: { kind: "code", label: { zh: "类别", en: "Kind" }, required: true, codes: visitKind, width: 110 },
    services: { kind: "codes", label: { zh: "五到户服务", en: "Services" }, codes: fiveServices, width: 220 },
    visitors: {
      kind: "references",
      to: "posts",
      label: { zh: "走访人", en: "Visitors" },
      required: true,
      width: 150,
    },
    content: { kind: "longText", label: { zh: "情况", en: "What was found" }, personal: true, max: 2000, width: 220 },
    needs: { kind: "longText", label: { zh: "需求", en: "Wishes and needs" }, personal: true, max: 2000, width: 220 },
    promise: { kind: "text", label: { zh: "答应办理", en: "Promised" }, personal: true, max: 300 },
    next: { kind: "date", label: { zh: "下次走访", en: "Next visit" }, width: 110 },
  },
  check: visitProblems,
});

/** A visit for the five services names which; a visit out of care names the person; the next one comes later. */
function visitProblems({ kind, services, resident, on, next }: Values): FieldProblem[] {
  return [
    ...(kind === "five" && !(Array.isArray(services) && services.length > 0)
      ? [{ path: "services", code: "required" }]
      : []),
    ...(kind === "care" && !resident ? [{ path: "resident", code: "required" }] : []),
    ...(on && next && next <= on ? [{ path: "next", code: "before-start" }] : []),
  ];
}
