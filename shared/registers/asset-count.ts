import { assetCountState } from "../codes/asset.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Counts of all fixed assets (资产盘点, L17, D16): begun by two persons, finished when every asset has been looked at,
 * with the list of what differs, and confirmed by somebody else.
 */
export const assetCounts = defineRegister({
  name: "asset-counts",
  label: { zh: "资产盘点", en: "Counts of assets" },
  title: ["started"],
  frozen: ["started"],
  fields: {
    started: { kind: "date", label: { zh: "开始日期", en: "Begun on" }, required: true, past: true, width: 110 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: assetCountState, byAction: true, width: 100 },
    counters: {
      kind: "references",
      to: "posts",
      label: { zh: "盘点人（至少两人）", en: "Counted by (two or more)" },
      required: true,
      width: 200,
    },
    finished: { kind: "date", label: { zh: "完成日期", en: "Finished on" }, byAction: true, past: true, width: 110 },
    assets: { kind: "integer", label: { zh: "资产件数", en: "Assets" }, byAction: true, min: 0, width: 80 },
    valueFen: { kind: "money", label: { zh: "原值合计（元）", en: "Value (yuan)" }, byAction: true, width: 120 },
    differing: { kind: "integer", label: { zh: "差异件数", en: "Differing" }, byAction: true, min: 0, width: 80 },
    differences: {
      kind: "longText",
      label: { zh: "差异清单", en: "Differences" },
      byAction: true,
      max: 8000,
      width: 260,
    },
    treatment: {
      kind: "longText",
      label: { zh: "差异处理", en: "What is done about them" },
      byAction: true,
      max: 2000,
      width: 200,
    },
    confirmed: { kind: "date", label: { zh: "确认日期", en: "Confirmed on" }, byAction: true, past: true, width: 110 },
  },
  check: ({ counters, state, differing, treatment }) => [
    ...(Array.isArray(counters) && counters.length < 2 ? [{ path: "counters", code: "two-persons" }] : []),
    ...(state === "confirmed" && Number(differing ?? 0) > 0 && !treatment
      ? [{ path: "treatment", code: "required" }]
      : []),
  ],
});
