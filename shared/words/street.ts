import type { Language } from "../schema/label.ts";

/** What the street's page, the handover list and the refusal notice say. */
export type StreetWords = {
  readonly title: string;
  readonly communities: (count: number) => string;
  readonly waiting: (count: number) => string;
  readonly late: (count: number) => string;
  readonly open: (count: number) => string;
  readonly figures: (households: string, residents: string) => string;
  readonly director: string;
  readonly vacant: string;
  readonly until: (day: string) => string;
  readonly noEnd: string;
  readonly details: (name: string) => string;
  readonly forUs: string;
  readonly handovers: string;
  readonly climbed: string;
  readonly none: string;
  readonly hidden: string;
  readonly people: string;
  readonly tasks: string;
  readonly tasksText: string;
  readonly taskCount: string;
  readonly departments: string;
  readonly refused: string;
  readonly objected: string;
  readonly fundsDue: string;
  readonly fundsOpen: string;
  readonly unpaid: (count: number) => string;
  readonly tooMuch: string;
  readonly refusals: string;
  readonly noRefusals: string;
  readonly spending: string;
  readonly noSpending: string;
  readonly reportedOn: string;
  readonly reportNo: string;
  readonly amount: string;
  readonly line: string;
  readonly community: string;
  readonly print: string;
  readonly startHandover: string;
  readonly startText: string;
  readonly leavingOn: string;
  readonly reason: string;
  readonly successor: string;
  readonly nobodyYet: string;
  readonly started: string;
  readonly paper: {
    readonly print: string;
    readonly title: string;
    readonly what: string;
    readonly content: string;
    readonly counted: (yuan: string) => string;
    readonly byBooks: (cash: string, bank: string) => string;
    readonly differs: (yuan: string) => string;
    readonly audit: string;
    readonly notAudited: string;
    readonly due: (day: string) => string;
    readonly signatures: readonly [giver: string, taker: string, supervisor: string];
    readonly signed: (day: string, by: string) => string;
    readonly forPaper: string;
    readonly day: string;
  };
  readonly notice: {
    readonly print: string;
    readonly title: string;
    readonly to: (department: string) => string;
    readonly body: (title: string, received: string, basis: string) => string;
    readonly refused: (ground: string) => string;
    readonly objected: (ground: string) => string;
    readonly funds: (yuan: string) => string;
    readonly law: string;
    readonly copy: string;
    readonly sign: string;
  };
};

const zh: StreetWords = {
  title: "街道工作台",
  communities: (count) => `${count} 个社区`,
  waiting: (count) => `${count} 件等街道办理`,
  late: (count) => `${count} 件逾期`,
  open: (count) => `${count} 件在办`,
  figures: (households, residents) => `${households} 户 · ${residents} 人`,
  director: "主任",
  vacant: "主任空缺",
  until: (day) => `任期至 ${day}`,
  noEnd: "未填任期",
  details: (name) => `${name}：详情`,
  forUs: "等街道办理",
  handovers: "移交（街道监交）",
  climbed: "逾期上报街道",
  none: "没有",
  hidden: "内容留在社区，街道只看进度",
  people: "任职与账号",
  tasks: "工作准入",
  tasksText: "近一年各部门交办的任务；拒绝、有异议和街道交办的列出内容。",
  taskCount: "任务",
  departments: "部门",
  refused: "拒绝",
  objected: "有异议",
  fundsDue: "应拨（元）",
  fundsOpen: "未到（元）",
  unpaid: (count) => `${count} 项未到账`,
  tooMuch: "负担过重",
  refusals: "拒绝、有异议与街道交办",
  noRefusals: "没有拒绝、异议或街道交办的任务。",
  spending: "重大支出报备",
  noSpending: "近一年没有报备的重大支出。",
  reportedOn: "报备日期",
  reportNo: "文号",
  amount: "金额（元）",
  line: "项目",
  community: "社区",
  print: "打印本页",
  startHandover: "办理离任移交",
  startText: "列清单、离任审计、移交人和接收人签字，最后由街道监交签字；移交完成时职务自动结束。",
  leavingOn: "离任日期",
  reason: "离任原因",
  successor: "接收人",
  nobodyYet: "暂未确定",
  started: "移交已启动，见“移交”清单。",
  paper: {
    print: "打印移交清单",
    title: "移交清单",
    what: "类别",
    content: "内容",
    counted: (yuan) => `实点 ${yuan} 元`,
    byBooks: (cash, bank) => `账面现金 ${cash} 元，存款 ${bank} 元`,
    differs: (yuan) => `实点与账面相差 ${yuan} 元`,
    audit: "离任审计",
    notAudited: "尚未审计",
    due: (day) => `移交期限 ${day}`,
    signatures: ["移交人", "接收人", "监交人（街道）"],
    signed: (day, by) => `${day} ${by}`,
    forPaper: "（纸面签字）",
    day: "日期",
  },
  notice: {
    print: "打印告知书",
    title: "社区工作准入告知书",
    to: (department) => `${department}：`,
    body: (title, received, basis) =>
      `贵单位交办的“${title}”已于 ${received} 收到${basis === "" ? "" : `（依据：${basis}）`}。`,
    refused: (ground) => `经审查并由主任决定，本居委会不予承接。理由：${ground}。`,
    objected: (ground) => `经审查并由主任决定，本居委会承接此项任务，但提出异议。理由：${ground}。`,
    funds: (yuan) => `尚未到位的经费：${yuan} 元，请按“权随责走、费随事转”拨付。`,
    law: "依据：居委会职权制度中的摊派拒绝权；有关部门需要居委会协助工作的，应当经同级政府或其派出机关同意并统一安排（城市居民委员会组织法，1989 年，2018 年修正，第二十条；2025 年修订后的条文请核对）。",
    copy: "抄送：街道办事处",
    sign: "主任（签字）",
  },
};

const en: StreetWords = {
  title: "Street office",
  communities: (count) => `${count} ${count === 1 ? "community" : "communities"}`,
  waiting: (count) => `${count} waiting for the street`,
  late: (count) => `${count} late`,
  open: (count) => `${count} open`,
  figures: (households, residents) => `${households} households · ${residents} residents`,
  director: "Director",
  vacant: "No director",
  until: (day) => `until ${day}`,
  noEnd: "no end entered",
  details: (name) => `${name}: details`,
  forUs: "Waiting for the street",
  handovers: "Handovers under the street's eyes",
  climbed: "Late, and come up to the street",
  none: "None",
  hidden: "What it says stays in the community; the street sees how far it is",
  people: "Posts and accounts",
  tasks: "Task admission",
  tasksText:
    "What departments handed down within a year. Tasks that were refused, objected to or come from the street are listed.",
  taskCount: "Tasks",
  departments: "Departments",
  refused: "Refused",
  objected: "Objected to",
  fundsDue: "Funds due (yuan)",
  fundsOpen: "Still to come (yuan)",
  unpaid: (count) => `${count} unpaid`,
  tooMuch: "too much",
  refusals: "Refused, objected to, and handed down by the street",
  noRefusals: "Nothing was refused, objected to or handed down by the street.",
  spending: "Major expenditure on file",
  noSpending: "No major expenditure was reported within a year.",
  reportedOn: "Reported on",
  reportNo: "Number",
  amount: "Amount (yuan)",
  line: "Line",
  community: "Community",
  print: "Print this page",
  startHandover: "Hand over and leave",
  startText:
    "A list, an audit, the signatures of giver and taker, and last the street's as supervisor. When it is complete the post ends by itself.",
  leavingOn: "Leaving on",
  reason: "Reason of ending",
  successor: "Taker",
  nobodyYet: "Not known yet",
  started: "The handover is open: see the list of handovers.",
  paper: {
    print: "Print the handover list",
    title: "Handover list",
    what: "Kind",
    content: "What is handed over",
    counted: (yuan) => `Counted: ${yuan} yuan`,
    byBooks: (cash, bank) => `By the books: cash ${cash} yuan, bank ${bank} yuan`,
    differs: (yuan) => `Counted and books differ by ${yuan} yuan`,
    audit: "Audit on leaving",
    notAudited: "Not audited yet",
    due: (day) => `Due ${day}`,
    signatures: ["Giver", "Taker", "Supervisor (street)"],
    signed: (day, by) => `${day} ${by}`,
    forPaper: "(signed on paper)",
    day: "Date",
  },
  notice: {
    print: "Print the notice",
    title: "Notice on task admission",
    to: (department) => `To: ${department}`,
    body: (title, received, basis) =>
      `Your task "${title}" was received on ${received}${basis === "" ? "" : ` (on the paper: ${basis})`}.`,
    refused: (ground) =>
      `After a check the director has decided that the committee does not take it on. Ground: ${ground}.`,
    objected: (ground) =>
      `After a check the director has decided that the committee takes it on, and objects. Ground: ${ground}.`,
    funds: (yuan) => `Funds still to come: ${yuan} yuan. Funds follow the task.`,
    law: "On the committee's right to refuse; departments that need its help ask the government or its agency, which arranges it uniformly (Organic Law of Urban Residents' Committees, 1989, as amended 2018, art. 20; check the article as revised in 2025).",
    copy: "Copy: street office",
    sign: "Director (signature)",
  },
};

export const streetWords: Readonly<Record<Language, StreetWords>> = { zh, en };
