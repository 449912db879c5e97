import type { Language } from "../schema/label.ts";

/** What a poster says of one kind of form: how to take part, and until when. */
export type PosterKindWords = {
  readonly scan: string;
  readonly phone: string;
  readonly desk: string;
  readonly closing: string;
  readonly form: string;
};

/** What a poster says beside the event's own facts (海报, S1.8). */
export type PosterWords = {
  readonly htmlLang: string;
  readonly notice: string;
  readonly type: string;
  readonly "sign-up": PosterKindWords;
  readonly survey: PosterKindWords;
  readonly opinion: PosterKindWords;
  readonly surveyFacts: Readonly<Record<"why" | "how" | "asked" | "nobody" | "byCode", string>>;
  readonly moment: (day: string, time: string) => string;
  readonly print: string;
  readonly unknown: string;
};

export const posterWords: Readonly<Record<Language, PosterWords>> = {
  zh: {
    htmlLang: "zh-CN",
    notice: "通告",
    type: "不能扫码？在浏览器输入",
    "sign-up": {
      scan: "扫码报名",
      phone: "电话报名",
      desk: "现场报名",
      closing: "报名截止",
      form: "打开报名表",
    },
    survey: {
      scan: "扫码填问卷",
      phone: "咨询电话",
      desk: "地址",
      closing: "截止",
      form: "打开问卷",
    },
    opinion: {
      scan: "扫码提意见",
      phone: "电话反映",
      desk: "现场反映",
      closing: "",
      form: "打开意见箱",
    },
    surveyFacts: {
      why: "用途",
      how: "方式",
      asked: "内容",
      nobody: "不记名，谁都可以填",
      byCode: "每户一份，凭发到家里的门牌码",
    },
    moment: (day, time) => (time === "23:59" ? `${day}24:00 前` : `${day}${time}`),
    print: "打印：A4 纸，在浏览器菜单中选择“打印”，或下载文件：",
    unknown: "没有找到这张海报",
  },
  en: {
    htmlLang: "en",
    notice: "Notice",
    type: "Cannot scan? Type this address",
    "sign-up": {
      scan: "Scan to sign up",
      phone: "By phone",
      desk: "At the desk",
      closing: "Sign up by",
      form: "Open the form",
    },
    survey: {
      scan: "Scan to answer",
      phone: "Questions? Phone",
      desk: "Address",
      closing: "Open until",
      form: "Open the survey",
    },
    opinion: {
      scan: "Scan to tell us",
      phone: "By phone",
      desk: "At the desk",
      closing: "",
      form: "Open the opinion box",
    },
    surveyFacts: {
      why: "Why",
      how: "How",
      asked: "What",
      nobody: "Anonymous, for everybody",
      byCode: "Once per household, by the code on your slip",
    },
    moment: (day, time) => (time === "23:59" ? `the end of ${day}` : `${day}, ${time}`),
    print: "To print on A4, choose Print in the browser's menu, or download:",
    unknown: "There is no such poster",
  },
};
