import type { Language } from "../schema/label.ts";

/** What the ledger's page of receipts, restricted funds, task funds and the budget says (经费与收据). */
export type FundWords = {
  readonly receipts: string;
  readonly nextReceipt: (no: string) => string;
  readonly noBook: string;
  readonly range: string;
  readonly used: string;
  readonly voided: string;
  readonly free: string;
  readonly takenBack: string;
  readonly goneBack: string;
  readonly restricted: string;
  readonly received: string;
  readonly spent: string;
  readonly left: string;
  readonly budget: (year: string) => string;
  readonly planned: string;
  readonly actual: string;
  readonly executed: string;
  readonly notDecided: string;
  readonly setBy: (who: string) => string;
  readonly tasks: string;
  readonly task: string;
  readonly due: string;
  readonly arrived: string;
  readonly noted: string;
  readonly missing: string;
  readonly nothing: string;
  readonly year: string;
};

export const fundWords: Readonly<Record<Language, FundWords>> = {
  zh: {
    receipts: "收据本",
    nextReceipt: (no) => `下一个可用收据号：${no}`,
    noBook: "没有在用的收据本：由会计登记并启用后，收入才能核对收据号",
    range: "起止号",
    used: "已用",
    voided: "作废",
    free: "未用",
    takenBack: "冲销后待重开或作废",
    goneBack: "已缴销",
    restricted: "专款",
    received: "收入",
    spent: "已批支出",
    left: "结余",
    budget: (year) => `${year} 年预算执行`,
    planned: "预算",
    actual: "实际",
    executed: "执行率",
    notDecided: "未批准",
    setBy: (who) => `${who}核定拨付`,
    tasks: "任务经费",
    task: "任务",
    due: "应拨",
    arrived: "已入账",
    noted: "手工登记已到",
    missing: "未到",
    nothing: "还没有登记",
    year: "年度",
  },
  en: {
    receipts: "Receipt books",
    nextReceipt: (no) => `Next free receipt: ${no}`,
    noBook: "No receipt book is in hand: the accountant enters and opens one, then receipts are checked",
    range: "Numbers",
    used: "Used",
    voided: "Voided",
    free: "Free",
    takenBack: "Taken back, to be used again or voided",
    goneBack: "gone back",
    restricted: "Restricted funds",
    received: "Received",
    spent: "Approved to spend",
    left: "Left",
    budget: (year) => `Budget of ${year}`,
    planned: "Planned",
    actual: "Actual",
    executed: "Executed",
    notDecided: "not decided",
    setBy: (who) => `set and paid by ${who}`,
    tasks: "Funds of tasks",
    task: "Task",
    due: "Due",
    arrived: "In the books",
    noted: "Noted by hand",
    missing: "Missing",
    nothing: "Nothing is entered yet",
    year: "Year",
  },
};
