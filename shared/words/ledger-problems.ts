import type { Label } from "../schema/label.ts";

/** What people read when the books refuse something, and remarks that stop nobody. */
export const ledgerFieldWords = {
  "too-early": { zh: "不能早于 {min}", en: "This cannot be before {min}" },
  "in-future": { zh: "不能晚于今天", en: "This cannot be after today" },
  "amount-not-positive": { zh: "金额必须大于 0", en: "The amount must be more than 0" },
  "amount-too-large": { zh: "金额不能超过 {max} 元", en: "The amount must be {max} yuan or less" },
  "line-of-other-kind": { zh: "这个收支项目不属于这种凭证", en: "This line does not belong to this kind of voucher" },
  "book-money-leaves": {
    zh: "转账凭证的账簿是钱转出的一方：存现为现金，提现为银行存款",
    en: "A transfer stands in the book the money leaves: cash for a deposit, bank for a draw",
  },
  "document-missing": {
    zh: "没有单据不能报账（收有凭、支有据）",
    en: "Without a document there is no voucher: give its number and how many papers are attached",
  },
  locked: { zh: "提交后不能再修改，只能通过操作改变", en: "What has been submitted changes only by its own actions" },
  "not-in-state": { zh: "凭证已不在这一步，请刷新", en: "This has moved on in the meantime. Look at it again" },
  "day-closed": { zh: "这一天已日清，不能再记账", en: "That day is closed: nothing more can be entered for it" },
  "earlier-day-open": { zh: "{day} 还没有日清", en: "The day {day} has not been closed yet" },
  "difference-needs-reason": {
    zh: "实点现金与账面相差 {difference} 元，请写明原因",
    en: "Counted cash differs from the book by {difference} yuan. Say why",
  },
  "waiting-for-approval": {
    zh: "还有 {count} 张凭证待审批，请先审批或退回",
    en: "{count} vouchers still wait for approval. Approve or return them first",
  },
  "month-not-over": { zh: "这个月还没有结束", en: "The month is not over yet" },
  "month-closed": { zh: "这个月已经月结", en: "The month is already closed" },
  "month-open": { zh: "这个月还没有月结", en: "The month is not closed yet" },
  "month-not-reviewed": { zh: "这个月还没有审核完", en: "The month has not been reviewed yet" },
  "earlier-month-open": { zh: "{month} 还没有月结", en: "{month} has not been closed yet" },
  "statement-differs": {
    zh: "银行对账单与账面还有 {difference} 元没有说明",
    en: "{difference} yuan between statement and book are not explained yet",
  },
  "overdrawn-cash": { zh: "现金余额不足，不能为负", en: "There is not enough cash: the book cannot fall below zero" },
  "overdrawn-bank": {
    zh: "银行存款余额不足，不能为负",
    en: "There is not enough in the bank: the book cannot fall below zero",
  },
  "receipt-needed": {
    zh: "收入须开收据（利息除外），单据种类请选“收据”",
    en: "Income needs a receipt from the book, except interest: choose receipt as the document",
  },
  "receipt-outside": {
    zh: "收据号不在在用的收据本号段内",
    en: "This receipt number is in none of the receipt books in hand",
  },
  "receipt-gone-back": {
    zh: "这本收据已经缴销，号码不能再用",
    en: "That receipt book has gone back: its numbers are used no more",
  },
  "receipt-used": { zh: "这个收据号已经用过", en: "This receipt number has been used already" },
  "receipt-void": { zh: "这个收据号已经作废", en: "This receipt number has been voided" },
  "receipt-next": { zh: "下一个可用收据号：{no}", en: "The next free receipt number is {no}" },
  "no-receipt-book": {
    zh: "没有在用的收据本，收据号无法核对，请会计登记并启用收据本",
    en: "No receipt book is in hand, so the number cannot be checked. The accountant enters and opens one",
  },
  "no-range": {
    zh: "止号须与起号同一字轨，且不小于起号",
    en: "The last number must be of the first one's series and not before it",
  },
  "fund-of-unrestricted": {
    zh: "没有限定用途的捐助不归入专款",
    en: "A donation that is not restricted goes into no restricted fund",
  },
  "income-only": {
    zh: "只有收入（捐助须为社会捐助）才能填写",
    en: "Only income has this (a donation, source donation)",
  },
  "expense-only": { zh: "只有支出才能填写", en: "Only an expense has this" },
  "not-of-transfer": { zh: "转账凭证不涉及专款", en: "A transfer touches no restricted fund" },
  "overdrawn-restricted": {
    zh: "专款余额不足，不能为负",
    en: "The restricted fund has not enough left: it cannot fall below zero",
  },
  "more-than-given": {
    zh: "到账合计超过捐助登记的金额",
    en: "More than the donation's amount would have arrived",
  },
  "over-budget": {
    zh: "超过预算 {planned} 元，超出 {over} 元；须先有决议，并在“超预算决议”中填写",
    en: "This goes {over} yuan over the budget of {planned}. It needs a decision, named in the voucher",
  },
  "not-a-budget": {
    zh: "须为已通过的“年度预算和决算”议题",
    en: "Name a proposal of the class budget that the meeting has adopted",
  },
  "reversal-stays": { zh: "冲销凭证不能再冲销", en: "A reversing voucher is not reversed again" },
  "report-before-payment": {
    zh: "重大支出须先报告备案（日期和文号），再付款",
    en: "Major expenditure is reported first, with date and number, and paid afterwards",
  },
  "not-major": { zh: "这笔支出不需要报告备案", en: "This expenditure need not be reported" },
  "reviewer-not-apart": {
    zh: "主任、出纳、会计不能审核自己的账",
    en: "Director, cashier and accountant do not review their own accounts",
  },
  "already-signed": { zh: "您已经签过", en: "You have signed already" },
  "cash-over-limit": {
    zh: "库存现金 {cash} 元，超过限额 {limit} 元，请存入银行",
    en: "{cash} yuan in the till are more than the limit of {limit}. Deposit the rest",
  },
  "cash-payment-large": {
    zh: "现金付款超过 {limit} 元，应当转账",
    en: "Payments of more than {limit} yuan go by bank",
  },
  "spent-from-income": {
    zh: "当天现金支出超过期初现金和提现之和（坐支）",
    en: "More cash was spent than the day began with",
  },
  "closed-late": { zh: "日清晚于下一个工作日", en: "The day was closed later than the next working day" },
  "day-not-closed": { zh: "{day} 有收支，还没有日清", en: "{day} has movements and is not closed yet" },
  "balance-differs": { zh: "结余写的是 {written}，算出来是 {sum}", en: "The balance says {written}, the sum is {sum}" },
  "in-and-out": { zh: "收入和支出不能都填", en: "A row is either income or expense" },
  "no-cash-book": {
    zh: "没有找到日记账的表头（日期、摘要、收入、支出）",
    en: "No journal was found in the file: it needs the headings date, summary, income and expense",
  },
  "opening-exists": { zh: "这本账已经有历史账", en: "This book has its past already" },
  "opening-too-late": {
    zh: "已有日清或入账的凭证，历史账必须在它们之前",
    en: "Days have been closed or vouchers booked; a past book must end before them",
  },
} as const satisfies Readonly<Record<string, Label>>;
