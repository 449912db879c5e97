import { restrictedKind } from "../codes/ledger.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Restricted funds (专款, L14; S2.6, S6.10): money given or raised for one purpose and spent on nothing else. The balance
 * is what vouchers brought and took, and never falls below zero.
 */
export const restrictedFunds = defineRegister({
  name: "restricted-funds",
  label: { zh: "专款", en: "Restricted funds" },
  title: ["name"],
  frozen: ["name"],
  match: [["name"]],
  fields: {
    name: { kind: "text", label: { zh: "指定用途", en: "Purpose" }, required: true, unique: true, max: 80, width: 220 },
    kind: {
      kind: "code",
      label: { zh: "依据", en: "Restricted by" },
      required: true,
      codes: restrictedKind,
      width: 130,
    },
    proposal: { kind: "reference", to: "proposals", label: { zh: "议题", en: "Proposal" }, width: 180 },
    note: { kind: "longText", label: { zh: "说明", en: "In words" }, max: 1000, width: 240 },
  },
});
