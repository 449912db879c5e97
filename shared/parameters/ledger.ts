import { defineParameters, inBoth } from "../schema/parameter.ts";
import { control, otherText, reading, USUAL } from "../words/sources.ts";
import { DAYS, YEARS } from "../words/units.ts";

const cashRegulation = otherText("现金管理暂行条例第 5 条", "Interim Regulations on Cash Management, art. 5", true);

/** The documents ask for the control and leave its number open (S8.18, S8.20). */
const ownDefault = control(
  "账簿的默认控制值，文件和法律未写明数额，居委会可自定",
  "A default of the books: no document or law gives the number, a committee may decide its own",
);

/** Numbers of the books (账簿): what is major, how much cash may lie in the till, how a month is reviewed. */
export const ledger = defineParameters(
  "ledger",
  { zh: "财务账簿", en: "Ledger" },
  {
    majorFen: {
      kind: "money",
      label: { zh: "重大支出起点", en: "Major expenditure from" },
      hint: {
        zh: "达到此金额的支出须先向街道报告备案，再付款",
        en: "Expenditure of this amount or more is reported to the street before it is paid",
      },
      presets: inBoth(500_000, ownDefault),
    },
    cashLimitFen: {
      kind: "money",
      label: { zh: "库存现金限额", en: "Cash in the till, at most" },
      hint: {
        zh: "日清时超过限额会提醒存入银行",
        en: "A day closed with more than this reminds the cashier to deposit",
      },
      presets: inBoth(200_000, USUAL),
    },
    cashPaymentFen: {
      kind: "money",
      label: { zh: "现金付款起点以上转账", en: "Payments above this go by bank" },
      presets: inBoth(100_000, cashRegulation),
    },
    reviewersMin: {
      kind: "number",
      unit: { zh: "人", en: "persons" },
      label: { zh: "每月审核人数，至少", en: "Reviewers of a month, at least" },
      presets: inBoth(2, ownDefault),
    },
    reviewDay: {
      kind: "number",
      unit: { zh: "日", en: "th of the month" },
      label: { zh: "上月账目审核截止日", en: "Review of the month before, by the" },
      presets: inBoth(10, reading("S8.20", "次月 10 日前", "by the 10th of the next month")),
    },
    assetFen: {
      kind: "money",
      label: { zh: "固定资产起点", en: "Fixed assets from" },
      hint: {
        zh: "达到此金额的设备购置须登记固定资产；不填则不核对",
        en: "Equipment of this amount or more is entered as an asset; left open, nothing is checked",
      },
      presets: inBoth(100_000, USUAL),
    },
    auditYears: {
      kind: "number",
      unit: YEARS,
      label: { zh: "定期审计，每", en: "A regular audit every" },
      presets: inBoth(1, reading("S8.24", "定期按每年一次计", "regular is taken as once a year")),
    },
    auditDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "审计报告：期末后", en: "The audit's report: after its period" },
      presets: inBoth(90, USUAL),
    },
    correctionDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "审计整改期限", en: "To correct what an audit found" },
      presets: inBoth(30, USUAL),
    },
  },
);
