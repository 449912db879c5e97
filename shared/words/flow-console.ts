import type { Language } from "../schema/label.ts";

/** What the console says of flows, of what waits today, and of duties. */
export type FlowWords = {
  readonly handling: string;
  readonly dueBy: (day: string) => string;
  readonly daysLate: (days: number) => string;
  readonly late: string;
  readonly steps: string;
  readonly created: string;
  readonly entered: (at: string) => string;
  readonly nothingOpen: (waitsFor: readonly string[]) => string;
  readonly reason: string;
  readonly optionalReason: string;
  readonly addLine: string;
  readonly removeLine: string;
  readonly moved: (move: string) => string;
  readonly hasMoved: string;
  readonly today: string;
  readonly waiting: (count: number) => string;
  readonly lateGroup: string;
  readonly nothing: string;
  readonly nothingText: string;
  readonly climbed: string;
  readonly since: (day: string) => string;
  readonly people: (count: number) => string;
  readonly dutyGroup: string;
  readonly period: (period: string) => string;
  readonly evidence: string;
  readonly done: string;
  readonly doneTitle: (duty: string, period: string) => string;
  readonly written: string;
  readonly toLedger: string;
  readonly box: string;
  readonly boxText: string;
  readonly openBox: string;
};

const zh: FlowWords = {
  handling: "办理",
  dueBy: (day) => `${day} 前`,
  daysLate: (days) => `逾期 ${days} 天`,
  late: "逾期",
  steps: "办理经过",
  created: "登记",
  entered: (at) => `${at} 录入`,
  nothingOpen: (waitsFor) => (waitsFor.length > 0 ? `下一步由${waitsFor.join("或")}办理。` : "没有需要办理的步骤。"),
  reason: "原因",
  optionalReason: "备注（可不填）",
  addLine: "增加一行",
  removeLine: "删除此行",
  moved: (move) => `已${move}`,
  hasMoved: "别人已先办理，现在的状态见左侧。",
  today: "今日",
  waiting: (count) => `${count} 件待办`,
  lateGroup: "已逾期",
  nothing: "今天没有等您办理的事",
  nothingText: "有新的事项、审批或到期的职责时，会出现在这里。",
  climbed: "逾期上报",
  since: (day) => `${day} 起`,
  people: (count) => `${count} 人待电话通知`,
  dutyGroup: "定期职责",
  period: (period) => period,
  evidence: "凭据",
  done: "登记完成",
  doneTitle: (duty, period) => `${duty}（${period}）`,
  written: "已登记",
  toLedger: "去账簿办理",
  box: "居民意见箱",
  boxText: "居民扫码提交意见、举报和求助，在回执上查看进展和答复，并评价一次。",
  openBox: "开放意见箱",
};

const en: FlowWords = {
  handling: "Handling",
  dueBy: (day) => `by ${day}`,
  daysLate: (days) => `${days} ${days === 1 ? "day" : "days"} late`,
  late: "late",
  steps: "What happened",
  created: "Entered",
  entered: (at) => `entered ${at}`,
  nothingOpen: (waitsFor) =>
    waitsFor.length > 0 ? `The next step is for: ${waitsFor.join(", ")}.` : "There is no step to take now.",
  reason: "Reason",
  optionalReason: "Remark (optional)",
  addLine: "Add a line",
  removeLine: "Remove this line",
  moved: (move) => `Done: ${move}`,
  hasMoved: "Somebody else was quicker. This is where it stands now.",
  today: "Today",
  waiting: (count) => `${count} waiting`,
  lateGroup: "Late",
  nothing: "Nothing waits for you today",
  nothingText: "New cases, approvals and duties that come round will stand here.",
  climbed: "came up to you",
  since: (day) => `since ${day}`,
  people: (count) => `${count} ${count === 1 ? "person" : "people"} to phone`,
  dutyGroup: "Recurring duties",
  period: (period) => period,
  evidence: "Evidence",
  done: "Write down as done",
  doneTitle: (duty, period) => `${duty} (${period})`,
  written: "Written down",
  toLedger: "Do it in the ledger",
  box: "Opinion box",
  boxText:
    "Residents send opinions, reports and requests by QR code, see progress and answer on their receipt, and rate it once.",
  openBox: "Open the box",
};

export const flowWords: Readonly<Record<Language, FlowWords>> = { zh, en };
