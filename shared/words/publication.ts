import type { Label, Language } from "../schema/label.ts";

/** Words of a publication's draft: what a notice made from an event begins with (通告起草). */
export type DraftWords = {
  readonly everyone: string;
  readonly of: (names: readonly string[]) => string;
  readonly opening: (event: {
    committee: string;
    day: string;
    title: string;
    coOrganisers?: string | undefined;
  }) => string;
  readonly offers: (activities: readonly string[]) => string;
  readonly monthTitle: (month: string) => string;
};

export const draftWords: DraftWords = {
  everyone: "全体居民",
  of: (names) => `${names.join("、")}居民朋友`,
  opening: ({ committee, day, title, coOrganisers }) =>
    `${committee}${coOrganisers ? `与${coOrganisers}共同` : ""}定于${day}举办“${title}”，现将有关事项通知如下。`,
  offers: (activities) => `活动内容：${activities.join("；")}。`,
  monthTitle: (month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月收支公开表`,
};

/** What a button says that drafts a publication of a kind. */
export const draftOf = ({ zh, en }: Label): Label => ({ zh: `起草${zh}`, en: `Draft: ${en}` });

/** Those of one resident group on the voter list; without a name, those of none. */
export const groupLine = (group: string, names: readonly string[]): Label => ({
  zh: `${group || "未分组"}（${names.length} 人）：${names.join("、")}`,
  en: `${group || "No group"} (${names.length}): ${names.join(", ")}`,
});

/** How somebody objects to a list of an election that is shown (异议、申诉, S3.8, S3.13); `days` where the rules count them. */
export const objectionWords = (days: number | null): Label => ({
  zh: `对名单有异议的，请${days === null ? "在公示期间" : `自公布之日起 ${days} 日内`}向居委会提出，居委会将书面答复。`,
  en: `Whoever objects to this list may tell the committee ${days === null ? "while it is shown" : `within ${days} days of its publication`}; the answer comes in writing.`,
});

/** What the public board and its pages say (公开页). */
export type BoardWords = {
  readonly htmlLang: string;
  readonly board: string;
  readonly now: (count: number) => string;
  readonly nothing: string;
  readonly all: string;
  readonly back: string;
  readonly backToStart: string;
  readonly otherLanguage: string;
  readonly larger: string;
  readonly smaller: string;
  readonly until: (day: string) => string;
  readonly shown: (from: string, to: string) => string;
  readonly to: (addressee: string) => string;
  readonly no: (no: number) => string;
  readonly signUp: string;
  readonly open: string;
  readonly deadline: string;
  readonly desk: string;
  readonly phone: string;
  readonly call: (phone: string) => string;
  readonly type: string;
  readonly scan: string;
  readonly verify: string;
  readonly a4: string;
  readonly a3: string;
  readonly checkText: (hash: string) => string;
  /** The head of the sealed history (校验码), and what it is for. */
  readonly history: (number: number, day: string) => string;
  readonly historyWhy: string;
  readonly corrects: (no: number) => string;
  readonly gone: Readonly<Record<"withdrawn" | "corrected" | "over" | "early", string>>;
  readonly withdrawnOn: (day: string) => string;
  readonly why: (reason: string) => string;
  readonly correctedBy: (no: number) => string;
  readonly overSince: (day: string) => string;
  readonly askUs: string;
  readonly earlyUntil: (day: string) => string;
  readonly contact: string;
  readonly address: string;
  readonly hours: string;
  readonly touch: string;
  readonly returns: string;
  readonly unknown: { readonly title: string; readonly text: string };
  readonly fault: { readonly title: string; readonly text: string };
};

export const boardWords: Readonly<Record<Language, BoardWords>> = {
  zh: {
    htmlLang: "zh-CN",
    board: "居务公开栏",
    now: (count) => `正在公布 ${count} 项`,
    nothing: "现在没有正在公布的内容。",
    all: "全部",
    back: "返回公开栏",
    backToStart: "返回首页",
    otherLanguage: "English",
    larger: "放大字",
    smaller: "恢复字号",
    until: (day) => `公布至${day}`,
    shown: (from, to) => `公布时间：${from}至${to}`,
    to: (addressee) => `${addressee}：`,
    no: (no) => `第 ${no} 号`,
    signUp: "报名方式",
    open: "打开报名表",
    deadline: "报名截止",
    desk: "现场报名",
    phone: "电话报名",
    call: (phone) => `拨打 ${phone}`,
    type: "不能扫码？在浏览器输入",
    scan: "手机扫码报名",
    verify: "扫码核对是否仍然有效",
    a4: "A4 打印",
    a3: "A3 打印",
    checkText: (hash) => `公布后不再改动。校验码：${hash}`,
    history: (number, day) => `记录校验码（第 ${number} 号，${day}）：`,
    historyWhy:
      "社区每天的记录变更都封存在这个号码之下。您可以抄下它，日后可请人据此核对：那天以前的记录有没有被暗中改过。",
    corrects: (no) => `本件更正第 ${no} 号`,
    gone: { withdrawn: "本件已撤下", corrected: "本件已有更正", over: "公布期已过", early: "尚未公布" },
    withdrawnOn: (day) => `居委会已于${day}撤下本件，张贴的纸质件同时作废。`,
    why: (reason) => `原因：${reason}`,
    correctedBy: (no) => `请看更正后的第 ${no} 号`,
    overSince: (day) => `公布到${day}为止。`,
    askUs: "需要查询，请联系居委会。",
    earlyUntil: (day) => `将于${day}公布。`,
    contact: "联系居委会",
    address: "地址",
    hours: "办公时间",
    touch: "请轻触一项查看",
    returns: "一分钟无人操作将自动返回首页",
    unknown: { title: "没有找到", text: "这个地址没有内容。请核对地址，或到居委会询问。" },
    fault: { title: "暂时无法显示", text: "系统出了问题，请稍后再看，或到居委会询问。" },
  },
  en: {
    htmlLang: "en",
    board: "Public board",
    now: (count) => `${count} on display`,
    nothing: "Nothing is on display at the moment.",
    all: "All",
    back: "Back to the board",
    backToStart: "Back to the start",
    otherLanguage: "中文",
    larger: "Larger type",
    smaller: "Usual type",
    until: (day) => `Until ${day}`,
    shown: (from, to) => `On display from ${from} to ${to}`,
    to: (addressee) => `To: ${addressee}`,
    no: (no) => `No. ${no}`,
    signUp: "How to sign up",
    open: "Open the form",
    deadline: "Sign up until",
    desk: "At the desk",
    phone: "By telephone",
    call: (phone) => `Call ${phone}`,
    type: "Cannot scan? Type this in a browser",
    scan: "Scan to sign up",
    verify: "Scan to see whether this still holds",
    a4: "Print A4",
    a3: "Print A3",
    checkText: (hash) => `Not changed since it was posted. Check: ${hash}`,
    history: (number, day) => `Check of the records, no. ${number} of ${day}:`,
    historyWhy:
      "Every day, what was changed in this community's records is sealed under such a number. Copy it, and you can have it checked later that nothing from before that day was changed in secret.",
    corrects: (no) => `This corrects no. ${no}`,
    gone: {
      withdrawn: "This was withdrawn",
      corrected: "This has been corrected",
      over: "No longer on display",
      early: "Not yet on display",
    },
    withdrawnOn: (day) => `The committee withdrew this on ${day}. Printed copies are no longer valid.`,
    why: (reason) => `Reason: ${reason}`,
    correctedBy: (no) => `See the corrected no. ${no}`,
    overSince: (day) => `It was on display until ${day}.`,
    askUs: "To ask about it, contact the residents' committee.",
    earlyUntil: (day) => `It will be on display from ${day}.`,
    contact: "Contact the committee",
    address: "Address",
    hours: "Office hours",
    touch: "Touch an item to read it",
    returns: "Returns to the start when nobody has touched it for a minute",
    unknown: {
      title: "Nothing here",
      text: "There is nothing at this address. Check it, or ask the residents' committee.",
    },
    fault: {
      title: "Cannot be shown now",
      text: "Something went wrong. Please try again later, or ask the committee.",
    },
  },
};
