import { findingOf } from "../rules/finding.ts";
import { counted, defineCalculation, NOTHING, type Result } from "../schema/calculation.ts";
import type { Label } from "../schema/label.ts";
import { HOUSEHOLDS } from "../words/units.ts";

/** Whether a community has as many households as a committee is for (辖区户数). */
export const communitySize = defineCalculation({
  name: "community-size",
  label: { zh: "辖区户数", en: "Households of a committee" },
  hint: {
    zh: "户数是否在一个居委会的范围内；调整由街道提出，只作提醒",
    en: "Whether one committee is for so many; the street adjusts, so it is only told",
  },
  inputs: {
    households: { kind: "integer", label: { zh: "户数", en: "Households" }, required: true, min: 0, max: 99_999 },
  },
  run: (values, rules, day) => {
    const households = Number(values.households);
    const [min, max] = [rules.number("bodies.householdsMin", day), rules.number("bodies.householdsMax", day)];
    const findings = [
      ...findingOf(min, "households-too-few", (least) => households < least),
      ...findingOf(max, "households-too-many", (most) => households > most),
    ];
    return {
      judged: min.value !== null || max.value !== null,
      results: [
        bound("min", { zh: "最少", en: "At least" }, min.value),
        bound("max", { zh: "最多", en: "At most" }, max.value),
      ],
      findings: findings.map((finding) => ({ ...finding, level: "warns" as const })),
    };
  },
});

function bound(key: string, label: Label, value: number | null): Result {
  return value === null ? { key, label, value, shown: NOTHING } : counted(key, label, value, HOUSEHOLDS);
}
