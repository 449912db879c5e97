import { defineCodes } from "../schema/codes.ts";

/** Kind of voucher (凭证字): money comes in, goes out, or moves between the till and the bank. */
export const voucherKind = defineCodes("voucherKind", {
  in: { zh: "收", en: "Receipt", aliases: ["收款", "income"] },
  out: { zh: "付", en: "Payment", aliases: ["付款", "expense"] },
  transfer: { zh: "转", en: "Transfer", aliases: ["转账"] },
});

/** The book a voucher stands in (账簿): the cash journal or the bank journal. */
export const book = defineCodes("book", {
  cash: { zh: "现金", en: "Cash" },
  bank: { zh: "银行存款", en: "Bank", aliases: ["银行"] },
});

/** Where income comes from (资金来源, S9.14), in the four parts of the source and the rest. */
export const fund = defineCodes("fund", {
  "1": { zh: "政府补助", en: "Government subsidy", aliases: ["subsidy", "government-subsidy", "补助"] },
  "2": { zh: "社区集体经济", en: "Collective economy", aliases: ["collective", "collective-economy", "集体经济"] },
  "3": { zh: "社会捐助", en: "Donation", aliases: ["捐助", "捐款"] },
  "4": { zh: "有偿和低偿服务收入", en: "Service income", aliases: ["service", "service-income", "服务收入"] },
  "9": { zh: "其他", en: "Other" },
});

/** What money came in or went out for (收支项目). There is no line for loans or guarantees (L19). */
export const ledgerLine = defineCodes("ledgerLine", {
  "office-fund": { zh: "办公经费", en: "Office fund" },
  "project-fund": { zh: "专项经费", en: "Project fund", aliases: ["费随事转"] },
  rent: { zh: "租金收入", en: "Rent" },
  donation: { zh: "捐赠收入", en: "Donation" },
  service: { zh: "服务收入", en: "Service" },
  interest: { zh: "利息收入", en: "Interest" },
  "other-in": { zh: "其他收入", en: "Other income" },
  "water-power": { zh: "水电费", en: "Water and power", aliases: ["water and electricity"] },
  office: { zh: "办公用品", en: "Office", aliases: ["办公费"] },
  telephone: { zh: "电话网络", en: "Telephone" },
  activity: { zh: "活动费", en: "Activity" },
  relief: { zh: "慰问救助", en: "Relief" },
  maintenance: { zh: "维修费", en: "Maintenance" },
  sanitation: { zh: "环境卫生", en: "Sanitation" },
  equipment: { zh: "设备购置", en: "Equipment" },
  training: { zh: "培训费", en: "Training" },
  "pay-supplement": { zh: "补贴", en: "Pay supplement" },
  printing: { zh: "宣传印刷", en: "Printing" },
  vehicle: { zh: "车辆交通", en: "Vehicle" },
  "other-out": { zh: "其他支出", en: "Other expense" },
  deposit: { zh: "现金存入银行", en: "Deposit", aliases: ["存现"] },
  draw: { zh: "提取现金", en: "Draw", aliases: ["提现"] },
});

/** Where a receipt book stands (收据本状态): entered, in hand, or back with the street. */
export const receiptBookState = defineCodes("receiptBookState", {
  entered: { zh: "已登记", en: "Entered" },
  open: { zh: "在用", en: "In hand" },
  settled: { zh: "已缴销", en: "Gone back" },
});

/** What money is restricted to its purpose by (专用依据): a donor's wish, residents who raised it, or whoever granted it. */
export const restrictedKind = defineCodes("restrictedKind", {
  donation: { zh: "捐赠指定", en: "Given for it" },
  raised: { zh: "居民公益集资", en: "Raised by residents", aliases: ["集资"] },
  grant: { zh: "专项拨款", en: "Granted for it", aliases: ["专项经费"] },
});

/** Where a budget line stands (预算状态): planned, or decided by a proposal. */
export const budgetState = defineCodes("budgetState", {
  planned: { zh: "编制中", en: "Planned" },
  decided: { zh: "已批准", en: "Decided" },
});

/** What proves a voucher (单据种类). A slip of one's own (白条) is none. */
export const documentKind = defineCodes("documentKind", {
  receipt: { zh: "收据", en: "Receipt" },
  invoice: { zh: "发票", en: "Invoice" },
  "bank-slip": { zh: "银行回单", en: "Bank slip", aliases: ["bank"] },
  payroll: { zh: "发放表", en: "Payroll sheet", aliases: ["payroll-sheet"] },
  other: { zh: "其他单据", en: "Other" },
});

/** Where a voucher stands (凭证状态); it moves by its actions alone. */
export const voucherState = defineCodes("voucherState", {
  draft: { zh: "草稿", en: "Draft" },
  submitted: { zh: "待审批", en: "Submitted" },
  returned: { zh: "已退回", en: "Returned" },
  approved: { zh: "已审批", en: "Approved" },
  reported: { zh: "已报备", en: "Reported" },
  paid: { zh: "已付款", en: "Paid" },
  reversed: { zh: "已冲销", en: "Reversed" },
  imported: { zh: "历史账", en: "Past book" },
});
