import type { InForce, OwnValue, Rules } from "../../shared/rules/in-force.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Parameter } from "../../shared/schema/parameter.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";

/** A number as it acts on a day, as it is sent: value, words, source, and where it comes from. */
export function viewInForce(parameter: Parameter, found: InForce, language: Language) {
  const { name, label, kind, hint, limits, fixed } = parameter;
  return {
    ...found,
    parameter: name,
    label,
    kind,
    ...(parameter.kind === "number" && { unit: parameter.unit }),
    ...(parameter.kind === "threshold" && { of: parameter.of }),
    ...(hint && { hint }),
    ...(limits && { limits }),
    ...(fixed && { fixed }),
    shown: shownParameter(parameter, found.value, language),
  };
}

/** A parameter with everything it was and will be: both presets and the committee's own values, oldest first. */
export function viewParameter(
  parameter: Parameter,
  rules: Rules,
  day: string,
  own: readonly OwnValue[],
  language: Language,
) {
  return {
    ...viewInForce(parameter, rules.at(parameter.name, day), language),
    presets: parameter.presets,
    own: own.filter((one) => one.parameter === parameter.name),
  };
}
