import type { Language } from "../schema/label.ts";

/** What the console says about surveys (问卷). */
export type SurveyConsoleWords = {
  readonly title: string;
  readonly openText: string;
  readonly open: string;
  readonly close: string;
  readonly reopen: string;
  readonly closed: string;
  readonly page: string;
  readonly poster: string;
  readonly qr: string;
  readonly code: string;
  readonly build: string;
  readonly results: string;
  readonly doors: string;
  readonly back: string;
  readonly builder: {
    readonly title: string;
    readonly help: string;
    readonly up: string;
    readonly down: string;
    readonly preview: string;
    readonly none: string;
    readonly at: (question: number, column: string, message: string) => string;
    readonly changed: string;
  };
  readonly live: {
    readonly answers: (count: number) => string;
    readonly sealed: (count: number) => string;
    readonly open: string;
    readonly ended: string;
    readonly none: string;
    readonly answered: (count: number) => string;
    readonly mean: (mean: string) => string;
    readonly texts: string;
    readonly showTexts: string;
    readonly noTexts: string;
    readonly publish: string;
    readonly published: string;
    readonly recount: string;
    readonly recounted: string;
    readonly answersFile: string;
    readonly resultsFile: string;
    readonly exportAs: (what: string, kind: string) => string;
    readonly print: string;
  };
  readonly door: {
    readonly title: string;
    readonly text: string;
    readonly secret: string;
    readonly issue: string;
    readonly issueAgain: string;
    readonly againText: string;
    readonly replaces: (count: number) => string;
    readonly issued: (count: number) => string;
    readonly nothing: string;
    readonly print: (count: number) => string;
    readonly once: string;
    readonly states: Readonly<Record<"none" | "issued" | "used", string>>;
    readonly used: (used: number, issued: number) => string;
    readonly door: string;
    readonly state: string;
    readonly chosen: (count: number) => string;
    readonly noForm: string;
    readonly empty: string;
  };
  readonly slip: {
    readonly code: string;
    readonly scan: string;
    readonly type: string;
    readonly secret: string;
    readonly once: string;
    readonly until: (moment: string) => string;
  };
};

export const surveyConsoleWords: Readonly<Record<Language, SurveyConsoleWords>> = {
  zh: {
    title: "问卷",
    openText: "开放后，居民扫二维码即可填写，无需账号。",
    open: "开放问卷",
    close: "停止收答卷",
    reopen: "恢复收答卷",
    closed: "已停止收答卷",
    page: "打开问卷页",
    poster: "海报",
    qr: "问卷页二维码",
    code: "编号",
    build: "编辑问题",
    results: "查看结果",
    doors: "门牌码",
    back: "返回问卷",
    builder: {
      title: "编辑问题",
      help: "一行一题。选项用 / 隔开。编号、题型可以不填。",
      up: "上移",
      down: "下移",
      preview: "预览",
      none: "还没有问题，在上面的表格里输入第一题",
      at: (question, column, message) => `第 ${question} 题${column}：${message}`,
      changed: "问卷已被他人修改，请关闭后重新打开",
    },
    live: {
      answers: (count) => `已统计 ${count} 份答卷`,
      sealed: (count) => `另有 ${count} 份暂未开封：至少五份一起开封，才看不出哪户答了什么`,
      open: "正在收答卷，数字自动更新",
      ended: "已停止收答卷",
      none: "还没有答卷",
      answered: (count) => `${count} 份作答`,
      mean: (mean) => `平均 ${mean}`,
      texts: "文字回答",
      showTexts: "显示文字回答",
      noTexts: "没有文字回答",
      publish: "公布评议结果",
      published: "已公布在公开栏",
      recount: "重新计票",
      recounted: "已按答卷重新计票",
      answersFile: "答卷",
      resultsFile: "统计",
      exportAs: (what, kind) => `导出${what}（${kind}）`,
      print: "打印",
    },
    door: {
      title: "门牌码",
      text: "每户一个码，印成纸条发到家里。码只显示这一次：系统只保存它的加密摘要。",
      secret: "本问卷匿名：这里只看得到哪一户已经答过，看不到答了什么。",
      issue: "生成门牌码",
      issueAgain: "作废并重发",
      againText: "没用过的旧码作废，重新生成。纸条丢了或没印好时使用。",
      replaces: (count) => `${count} 户手里的纸条将不能再用，要重新发。`,
      issued: (count) => `已生成 ${count} 个门牌码`,
      nothing: "所有住户都已有门牌码",
      print: (count) => `打印 ${count} 张纸条`,
      once: "关闭本页后不能再看到这些码，请先打印。",
      states: { none: "未发", issued: "已发", used: "已答" },
      used: (used, issued) => `${issued} 户已发，${used} 户已答`,
      door: "房屋",
      state: "状态",
      chosen: (count) => `已选 ${count} 户`,
      noForm: "请先开放问卷：纸条上要印网址。",
      empty: "房屋台账里还没有房屋",
    },
    slip: {
      code: "门牌码",
      scan: "扫码填写",
      type: "不能扫码？在浏览器输入",
      secret: "不记名，只登记本户已答",
      once: "每户答一份，请勿转给别家",
      until: (moment) => `截止：${moment}`,
    },
  },
  en: {
    title: "Survey",
    openText: "Once open, residents scan the QR code and answer without an account.",
    open: "Open the survey",
    close: "Stop taking answers",
    reopen: "Take answers again",
    closed: "Takes no answers now",
    page: "Open the page",
    poster: "Poster",
    qr: "QR code of the page",
    code: "Code",
    build: "Edit questions",
    results: "See results",
    doors: "Household codes",
    back: "Back to surveys",
    builder: {
      title: "Edit questions",
      help: "One question a row. Choices are parted by /. Key and type may stay empty.",
      up: "Move up",
      down: "Move down",
      preview: "Preview",
      none: "No questions yet: type the first one into the table above",
      at: (question, column, message) => `Question ${question}, ${column}: ${message}`,
      changed: "Somebody else changed this survey. Close this and open it again",
    },
    live: {
      answers: (count) => `${count} ${count === 1 ? "answer" : "answers"} counted`,
      sealed: (count) =>
        `${count} more still sealed: at least five are opened together, so that nobody sees which door said what`,
      open: "Taking answers; figures renew themselves",
      ended: "No more answers are taken",
      none: "No answers yet",
      answered: (count) => `${count} answered`,
      mean: (mean) => `mean ${mean}`,
      texts: "Free texts",
      showTexts: "Show free texts",
      noTexts: "No free texts",
      publish: "Make the result public",
      published: "The board shows it now",
      recount: "Count again",
      recounted: "Counted again from the answers",
      answersFile: "answers",
      resultsFile: "results",
      exportAs: (what, kind) => `Export ${what} (${kind})`,
      print: "Print",
    },
    door: {
      title: "Household codes",
      text: "One code for each door, on a slip to be handed out. Codes are shown once: only an encrypted digest is kept.",
      secret: "This survey is anonymous: you see which door has answered, never what.",
      issue: "Make codes",
      issueAgain: "Replace codes",
      againText: "Unused old codes stop working and new ones are made. For slips that were lost or not printed.",
      replaces: (count) =>
        `The slips of ${count} ${count === 1 ? "door" : "doors"} will stop working and must be handed out anew.`,
      issued: (count) => `${count} ${count === 1 ? "code" : "codes"} made`,
      nothing: "Every household has its code",
      print: (count) => `Print ${count} ${count === 1 ? "slip" : "slips"}`,
      once: "These codes cannot be shown again once you leave. Print them first.",
      states: { none: "No code", issued: "Handed out", used: "Answered" },
      used: (used, issued) => `${issued} with a code, ${used} answered`,
      door: "Dwelling",
      state: "State",
      chosen: (count) => `${count} chosen`,
      noForm: "Open the survey first: its address stands on the slips.",
      empty: "There are no dwellings yet",
    },
    slip: {
      code: "Household code",
      scan: "Scan to answer",
      type: "Cannot scan? Type this address",
      secret: "Anonymous: only that this door has answered is kept",
      once: "One answer for each household",
      until: (moment) => `Until ${moment}`,
    },
  },
};
