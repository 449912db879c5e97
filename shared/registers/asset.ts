import { assetFound, assetState } from "../codes/asset.ts";
import { fund } from "../codes/ledger.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Fixed assets (固定资产, R21; S6.10, S8.8): what the committee owns, with whose money it was bought, where it stands and
 * who keeps it. Looked at once a year, kept in repair, scrapped only by a decision.
 */
export const assets = defineRegister({
  name: "assets",
  label: { zh: "固定资产", en: "Fixed assets" },
  title: ["no", "name"],
  frozen: ["no", "name"],
  match: [["no"]],
  fields: {
    no: { kind: "text", label: { zh: "编号", en: "No." }, required: true, unique: true, max: 20, width: 90 },
    name: { kind: "text", label: { zh: "名称", en: "Name" }, required: true, max: 80, width: 160 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: assetState, byAction: true, width: 90 },
    bought: { kind: "date", label: { zh: "购置日期", en: "Bought on" }, required: true, past: true, width: 110 },
    value: { kind: "money", label: { zh: "原值（元）", en: "Value (yuan)" }, required: true, min: 0, width: 110 },
    source: { kind: "code", label: { zh: "资金来源", en: "Source" }, required: true, codes: fund, width: 140 },
    voucher: { kind: "reference", to: "vouchers", label: { zh: "购置凭证", en: "Voucher" }, width: 130 },
    place: { kind: "text", label: { zh: "存放地点", en: "Place" }, max: 80, width: 130 },
    keeper: { kind: "reference", to: "posts", label: { zh: "保管人", en: "Kept by" }, width: 130 },
    maintained: {
      kind: "date",
      label: { zh: "最近维护", en: "Last maintained" },
      byAction: true,
      past: true,
      width: 110,
    },
    maintenance: { kind: "text", label: { zh: "维护情况", en: "Maintenance" }, byAction: true, max: 200, width: 160 },
    lastCount: { kind: "date", label: { zh: "最近盘点", en: "Last counted" }, byAction: true, past: true, width: 110 },
    found: { kind: "code", label: { zh: "盘点结果", en: "Found" }, byAction: true, codes: assetFound, width: 120 },
    countNote: { kind: "text", label: { zh: "盘点差异", en: "Difference" }, byAction: true, max: 200, width: 160 },
    scrapReason: { kind: "text", label: { zh: "报废原因", en: "Why scrapped" }, byAction: true, max: 200, width: 160 },
    decidedBy: {
      kind: "reference",
      to: "meetings",
      label: { zh: "作出决定的会议", en: "Decided by" },
      byAction: true,
      width: 160,
    },
    scrapped: { kind: "date", label: { zh: "报废日期", en: "Scrapped on" }, byAction: true, past: true, width: 110 },
  },
  // Of what is there as it should be, no difference of an earlier year is left standing.
  derive: ({ found }) => (found === "found" ? { countNote: null } : {}),
  check: ({ found, countNote }) =>
    found !== undefined && found !== "found" && !countNote ? [{ path: "countNote", code: "required" }] : [],
});
