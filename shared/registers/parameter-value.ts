import { ownRule } from "../codes/own-rule.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * A committee's own numbers (本居委会规则): which parameter, its value as text, from which day, and the decision it rests
 * on. Nothing is edited or deleted here: a later entry takes the place of an earlier one. An entry without a value ends
 * the own one; the parameter `preset` names the set of values that the committee works by.
 */
export const parameterValues = defineRegister({
  name: "parameter-values",
  label: { zh: "本居委会规则", en: "The committee's own rules" },
  title: ["parameter", "from"],
  frozen: ["parameter"],
  byAction: true,
  fields: {
    parameter: {
      kind: "code",
      label: { zh: "规则", en: "Rule" },
      required: true,
      byAction: true,
      codes: ownRule,
      width: 240,
    },
    value: { kind: "longText", label: { zh: "数值", en: "Value" }, byAction: true, max: 2000 },
    from: { kind: "date", label: { zh: "起始日期", en: "From" }, required: true, byAction: true },
    decision: {
      kind: "longText",
      label: { zh: "依据的决定", en: "Decision it rests on" },
      required: true,
      byAction: true,
      max: 500,
    },
    decidedOn: {
      kind: "date",
      label: { zh: "决定日期", en: "Decided on" },
      required: true,
      byAction: true,
      past: true,
    },
  },
  check: (values) =>
    values.from && values.decidedOn && values.from < values.decidedOn
      ? [{ path: "from", code: "before-decision" }]
      : [],
});
