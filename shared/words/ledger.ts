import type { Language } from "../schema/label.ts";
import { pageTitles } from "./page-titles.ts";

/** What the console's ledger pages say (账簿). */
export type LedgerWords = {
  readonly title: string;
  readonly balance: string;
  readonly cash: string;
  readonly bank: string;
  readonly total: string;
  readonly vouchers: string;
  readonly desk: string;
  readonly journal: string;
  readonly days: string;
  readonly months: string;
  readonly funds: string;
  readonly past: string;
  readonly yuan: string;
  readonly nothingWaits: string;
  readonly waiting: (count: number) => string;
  readonly place: (at: number, count: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly approve: string;
  readonly approveKey: string;
  readonly return: string;
  readonly returnText: string;
  readonly submit: string;
  readonly pay: string;
  readonly report: string;
  readonly reportText: string;
  readonly reportedOn: string;
  readonly reportNo: string;
  readonly reverse: string;
  readonly reverseText: string;
  readonly approved: (no: string) => string;
  readonly done: string;
  readonly own: string;
  readonly major: string;
  readonly hash: string;
  readonly previousHash: string;
  readonly toSubmit: string;
  readonly toPay: string;
  readonly month: string;
  readonly book: string;
  readonly day: string;
  readonly no: string;
  readonly summary: string;
  readonly income: string;
  readonly expense: string;
  readonly left: string;
  readonly opening: string;
  readonly closing: string;
  readonly sum: string;
  readonly noEntries: string;
  readonly moved: string;
  readonly closeDay: string;
  readonly closeDayText: (book: string) => string;
  readonly counted: string;
  readonly difference: string;
  readonly reason: string;
  readonly closedBy: (name: string) => string;
  readonly monthClosedBy: (name: string) => string;
  readonly open: string;
  readonly closed: string;
  readonly source: string;
  readonly line: string;
  readonly amount: string;
  readonly share: string;
  readonly table: string;
  readonly print: string;
  readonly voucherCount: (count: number) => string;
  readonly closeMonth: string;
  readonly closeMonthText: string;
  readonly bookBank: string;
  readonly statement: string;
  readonly items: string;
  readonly itemText: string;
  readonly addItem: string;
  readonly unexplained: string;
  readonly review: string;
  readonly reviewText: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly sign: string;
  readonly signed: (count: number, needed: number) => string;
  readonly released: string;
  readonly reviewBy: (day: string) => string;
  readonly reviewLate: (day: string) => string;
  readonly selfApproved: string;
  readonly none: string;
  readonly director: string;
  readonly cashier: string;
  readonly accountant: string;
  readonly reviewers: string;
  readonly posted: string;
  readonly chain: string;
  readonly chainHolds: (count: number) => string;
  readonly chainBroken: string;
  readonly pastTitle: string;
  readonly pastText: string;
  readonly chooseFile: string;
  readonly pastConfirm: string;
  readonly pastConfirmText: string;
  readonly pastDirector: string;
  readonly pastUndo: string;
  readonly pastDone: string;
  readonly working: string;
  readonly row: string;
  readonly problem: string;
};

export const ledgerWords: Readonly<Record<Language, LedgerWords>> = {
  zh: {
    title: pageTitles.ledger.zh,
    balance: "账面余额",
    cash: "现金",
    bank: "银行存款",
    total: "合计",
    vouchers: "凭证列表",
    desk: "审批与办理",
    journal: "日记账",
    days: "日清",
    months: "月结与公开表",
    funds: "经费与收据",
    past: "导入历史账",
    yuan: "元",
    nothingWaits: "没有等您办理的凭证",
    waiting: (count) => `${count} 张待审批`,
    place: (at, count) => `第 ${at} 张，共 ${count} 张`,
    previous: "上一张",
    next: "下一张",
    approve: "同意",
    approveKey: "Ctrl+Enter 同意，Alt+←/→ 换一张；逐笔审批",
    return: "退回",
    returnText: "退回给出纳，请写明原因。",
    submit: "提交审批",
    pay: "付款",
    report: "登记报备",
    reportText: "重大支出须先向街道报告备案，再付款。",
    reportedOn: "报备日期",
    reportNo: "报备文号",
    reverse: "冲销",
    reverseText: "原凭证保留不动，另生成一张金额相反的冲销凭证。请写明原因。",
    approved: (no) => `已同意，凭证号 ${no}`,
    done: "已办理",
    own: "本人报销",
    major: "重大支出",
    hash: "校验码",
    previousHash: "前一校验码",
    toSubmit: "待提交",
    toPay: "待付款",
    month: "月份",
    book: "账簿",
    day: "日期",
    no: "凭证号",
    summary: "摘要",
    income: "收入",
    expense: "支出",
    left: "结余",
    opening: "上期结余",
    closing: "本期结余",
    sum: "小计",
    noEntries: "这个月没有收支",
    moved: "现金变动",
    closeDay: "日清",
    closeDayText: (book) => `账面现金 ${book} 元。请清点现金后填写实点数；有差额须写明原因。日清后当天不能再记账。`,
    counted: "实点现金（元）",
    difference: "差额",
    reason: "差额原因",
    closedBy: (name) => `${name}已清点`,
    monthClosedBy: (name) => `${name}已月结`,
    open: "未结",
    closed: "已结",
    source: "资金来源",
    line: "项目",
    amount: "金额",
    share: "占比",
    table: "收支公开表",
    print: "打印",
    voucherCount: (count) => `凭证 ${count} 张`,
    closeMonth: "月结",
    closeMonthText: "填写银行对账单余额；与账面不符的逐项列入调节表。月结后当月凭证不再变动。",
    bookBank: "账面银行存款",
    statement: "对账单余额（元）",
    items: "银行存款余额调节表",
    itemText: "事项",
    addItem: "加一项",
    unexplained: "未说明的差额",
    review: "理财小组审核",
    reviewText: "审核意见和需要纠正的事项，没有可不填。主任、出纳、会计不能审核。",
    findings: "审核意见",
    noFindings: "无意见",
    sign: "审核签字",
    signed: (count, needed) => `已签 ${count} 人，需 ${needed} 人`,
    released: "审核完毕，可以公布",
    reviewBy: (day) => `审核截止 ${day}`,
    reviewLate: (day) => `审核已逾期（截止 ${day}）`,
    selfApproved: "主任本人报销（重点审核）",
    none: "无",
    director: "审批人",
    cashier: "出纳",
    accountant: "会计",
    reviewers: "审核",
    posted: "公布日期",
    chain: "核对凭证链",
    chainHolds: (count) => `${count} 张凭证号码连续、内容未被改动`,
    chainBroken: "凭证链不完整，请立即查明",
    pastTitle: "导入历史账",
    pastText: "现金日记账或银行存款日记账（xlsx）。凭证另编一个系列，原号码保留为单据号；由主任一次确认入账。",
    chooseFile: "选择文件",
    pastConfirm: "确认入账",
    pastConfirmText: "确认后，这本账的结余成为账簿的起点。",
    pastDirector: "由主任确认后入账",
    pastUndo: "撤销导入",
    pastDone: "历史账已入账",
    working: "正在写入…",
    row: "行",
    problem: "问题",
  },
  en: {
    title: pageTitles.ledger.en,
    balance: "Balance",
    cash: "Cash",
    bank: "Bank",
    total: "Total",
    vouchers: "Vouchers",
    desk: "Approval",
    journal: "Journals",
    days: "Days",
    months: "Months",
    funds: "Funds and receipts",
    past: "Past book",
    yuan: "yuan",
    nothingWaits: "No voucher waits for you",
    waiting: (count) => `${count} wait for approval`,
    place: (at, count) => `${at} of ${count}`,
    previous: "Previous",
    next: "Next",
    approve: "Approve",
    approveKey: "Ctrl+Enter approves, Alt+←/→ shows another; one at a time",
    return: "Return",
    returnText: "It goes back to the cashier. Say why.",
    submit: "Submit",
    pay: "Pay",
    report: "Report",
    reportText: "Major expenditure is reported to the street before it is paid.",
    reportedOn: "Reported on",
    reportNo: "Report no.",
    reverse: "Reverse",
    reverseText: "The voucher stays as it is; a reversing one with the opposite amount is made. Say why.",
    approved: (no) => `Approved as ${no}`,
    done: "Done",
    own: "Own claim",
    major: "Major",
    hash: "Hash",
    previousHash: "Previous hash",
    toSubmit: "To submit",
    toPay: "To pay",
    month: "Month",
    book: "Book",
    day: "Date",
    no: "No.",
    summary: "Summary",
    income: "Income",
    expense: "Expense",
    left: "Balance",
    opening: "Opening balance",
    closing: "Closing balance",
    sum: "Sum",
    noEntries: "Nothing moved in this month",
    moved: "Cash moved",
    closeDay: "Close the day",
    closeDayText: (book) =>
      `The book says ${book} yuan in cash. Count the till and enter what is there; a difference needs a reason. Nothing more is entered for a closed day.`,
    counted: "Cash counted (yuan)",
    difference: "Difference",
    reason: "Reason of the difference",
    closedBy: (name) => `Counted by ${name}`,
    monthClosedBy: (name) => `Closed by ${name}`,
    open: "Open",
    closed: "Closed",
    source: "Source",
    line: "Line",
    amount: "Amount",
    share: "Share",
    table: "Income and expense",
    print: "Print",
    voucherCount: (count) => `${count} vouchers`,
    closeMonth: "Close the month",
    closeMonthText:
      "Enter the balance of the bank's statement and list what book and statement do not agree on. Vouchers of a closed month do not change any more.",
    bookBank: "Bank by the book",
    statement: "Bank by the statement (yuan)",
    items: "Reconciliation",
    itemText: "What",
    addItem: "Add a line",
    unexplained: "Not explained yet",
    review: "Review by the council",
    reviewText:
      "Findings and what is to be corrected, if anything. Director, cashier and accountant do not review their own accounts.",
    findings: "Findings",
    noFindings: "No findings",
    sign: "Sign the review",
    signed: (count, needed) => `${count} of ${needed} signed`,
    released: "Reviewed; may be made public",
    reviewBy: (day) => `Review by ${day}`,
    reviewLate: (day) => `Review is late (by ${day})`,
    selfApproved: "The director's own claims (to be looked at first)",
    none: "None",
    director: "Approved by",
    cashier: "Cashier",
    accountant: "Accountant",
    reviewers: "Reviewed by",
    posted: "Posted on",
    chain: "Check the chain",
    chainHolds: (count) => `${count} vouchers: no number is missing, none was altered`,
    chainBroken: "The chain of vouchers is broken. Find out why at once",
    pastTitle: "Past book",
    pastText:
      "A cash or bank journal (xlsx). Its vouchers get a series of their own, the old number stays beside them; the director confirms it as one act.",
    chooseFile: "Choose a file",
    pastConfirm: "Enter into the books",
    pastConfirmText: "Its closing balance is then where the books begin.",
    pastDirector: "Waits for the director",
    pastUndo: "Take back",
    pastDone: "The past book is in the books",
    working: "Writing…",
    row: "Row",
    problem: "Problem",
  },
};
