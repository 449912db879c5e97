import { sharesOf } from "../rules/share.ts";
import { defineCalculation, type Result } from "../schema/calculation.ts";
import type { RowValue } from "../schema/field.ts";

/** Shares that add up to 100.0 % (C11). */
export const shares = defineCalculation({
  name: "shares",
  label: { zh: "占比（合计 100.0 %）", en: "Shares that add up to 100.0 %" },
  hint: { zh: "四舍五入的差额按最大余数分配", en: "What rounding leaves goes to the largest remainders" },
  inputs: {
    parts: {
      kind: "rows",
      label: { zh: "项目", en: "Parts" },
      required: true,
      max: 30,
      fields: {
        name: { kind: "text", label: { zh: "名称", en: "Name" }, required: true, max: 40 },
        number: { kind: "integer", label: { zh: "数量", en: "Number" }, required: true, min: 0, max: 1_000_000_000 },
      },
    },
  },
  run: (values) => {
    const parts = Array.isArray(values.parts) ? (values.parts as readonly RowValue[]) : [];
    const found = sharesOf(parts.map((part) => Number(part.number)));
    const results = parts.map((part, index): Result => {
      const share = found[index] ?? null;
      const name = String(part.name);
      const shown = share === null ? "—" : `${share.toFixed(1)} %`;
      return { key: String(index), label: { zh: name, en: name }, value: share, shown: { zh: shown, en: shown } };
    });
    return { results, findings: [] };
  },
});
