import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const DUE = { days: "aid.certificateDays", working: true } as const;
const LATE = [{ to: ["director"] }] as const;

/**
 * A certificate (居委会证明, W04b): asked for, held against the register by a clerk, issued by the director under a
 * number, or refused with the reason and where to go instead.
 */
export const certificate = defineFlow({
  name: "certificate",
  label: { zh: "居委会证明", en: "Certificate" },
  register: "certificates",
  state: "state",
  initial: "asked",
  due: "due",
  on: "asked",
  states: {
    asked: { waitsFor: STAFF, due: DUE, late: LATE },
    checked: { waitsFor: ["director"], due: DUE, late: LATE },
    issued: { final: true },
    refused: { final: true },
  },
  moves: {
    check: {
      label: { zh: "核对名册", en: "Check against the register" },
      from: ["asked"],
      to: "checked",
      who: STAFF,
      takes: ["matches", "statement"],
      needs: ["matches"],
    },
    issue: {
      label: { zh: "签发", en: "Issue" },
      from: ["checked"],
      to: "issued",
      who: ["director"],
      notBy: ["check"],
      takes: ["copy"],
      needs: ["copy"],
      on: "issuedOn",
      sets: (_values, today) => ({ closed: today }),
    },
    refuse: {
      label: { zh: "不予出具", en: "Refuse" },
      from: ["asked", "checked"],
      to: "refused",
      who: STAFF,
      takes: ["ground", "referTo"],
      needs: ["ground", "referTo"],
      reason: true,
      on: "closed",
    },
  },
  locked: ["checked", "issued", "refused"],
});
