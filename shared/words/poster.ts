import type { Language } from "../schema/label.ts";

/** What a poster says beside the event's own facts (海报, S1.8). */
export type PosterWords = {
  readonly htmlLang: string;
  readonly notice: string;
  readonly scan: string;
  readonly type: string;
  readonly phone: string;
  readonly desk: string;
  readonly closing: string;
  readonly moment: (day: string, time: string) => string;
  readonly print: string;
  readonly form: string;
  readonly unknown: string;
};

export const posterWords: Readonly<Record<Language, PosterWords>> = {
  zh: {
    htmlLang: "zh-CN",
    notice: "通告",
    scan: "扫码报名",
    type: "不能扫码？在浏览器输入",
    phone: "电话报名",
    desk: "现场报名",
    closing: "报名截止",
    moment: (day, time) => (time === "23:59" ? `${day}24:00 前` : `${day}${time}`),
    print: "打印：A4 纸，在浏览器菜单中选择“打印”，或下载文件：",
    form: "打开报名表",
    unknown: "没有找到这张海报",
  },
  en: {
    htmlLang: "en",
    notice: "Notice",
    scan: "Scan to sign up",
    type: "Cannot scan? Type this address",
    phone: "By phone",
    desk: "At the desk",
    closing: "Sign up by",
    moment: (day, time) => (time === "23:59" ? `the end of ${day}` : `${day}, ${time}`),
    print: "To print on A4, choose Print in the browser's menu, or download:",
    form: "Open the form",
    unknown: "There is no such poster",
  },
};
