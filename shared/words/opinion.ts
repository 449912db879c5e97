import type { Language } from "../schema/label.ts";

/** Version of the notice on the opinion form (告知): goes up with every change, and is kept with each receipt. */
export const OPINION_NOTICE_VERSION = "1";

/** What the pages for opinions say (意见箱). */
export type OpinionWords = {
  readonly title: string;
  readonly intro: string;
  readonly answeredWithin: (days: number) => string;
  readonly type: string;
  readonly cause: string;
  readonly causeHint: string;
  readonly place: string;
  readonly placeHint: string;
  readonly name: string;
  readonly phone: string;
  readonly contactHint: string;
  readonly consent: string;
  readonly consentMissing: string;
  readonly submit: string;
  readonly closed: string;
  readonly closedText: string;
  readonly notice: {
    readonly title: string;
    readonly why: string;
    readonly whyText: string;
    readonly what: string;
    readonly whatText: string;
    readonly howLong: string;
    readonly keptFor: (days: number) => string;
    readonly rights: string;
    readonly yours: (phone: string | undefined) => string;
  };
  readonly receipt: {
    readonly states: Readonly<Record<string, string>>;
    readonly keep: string;
    readonly code: string;
    readonly codeText: string;
    readonly said: string;
    readonly dueBy: (day: string) => string;
    readonly late: string;
    readonly sentTo: (unit: string) => string;
    readonly answer: string;
    readonly answeredOn: (day: string) => string;
    readonly rate: string;
    readonly rateText: (day: string) => string;
    readonly rateSubmit: string;
    readonly rated: (satisfaction: string) => string;
    readonly ratedBefore: string;
    readonly pickOne: string;
    readonly steps: string;
  };
  /** What stands on the poster. */
  readonly poster: {
    readonly about: string;
    readonly abouts: readonly string[];
  };
};

const zh: OpinionWords = {
  title: "居民意见箱",
  intro: "对社区、政府部门、物业和水电气有意见、建议或举报，请写在这里。",
  answeredWithin: (days) => `转交后一般 ${days} 天内答复，答复写在您的回执页上。`,
  type: "是什么事",
  cause: "请写下您的意见",
  causeHint: "什么事、在哪里、什么时候。最多 2000 字。",
  place: "地点",
  placeHint: "例如 3 号楼 2 单元门口",
  name: "姓名",
  phone: "电话",
  contactHint: "可以不填。填了便于核实和联系您。",
  consent: "我已阅读上面的说明，同意为办理这件事使用我填写的内容",
  consentMissing: "请勾选同意，否则不能提交",
  submit: "提交",
  closed: "意见箱已关闭",
  closedText: "这个意见箱不再接收新的意见，请致电或到居委会反映。已提交的仍可凭回执查看。",
  notice: {
    title: "个人信息说明",
    why: "用途",
    whyText: "只用于办理和答复您反映的事情。需要转交有关单位时，只转交事情本身，不转交您的姓名和电话。",
    what: "收集什么",
    whatText: "您写的内容；姓名、电话、地点自愿填写。",
    howLong: "保存多久",
    keptFor: (days) => `办结后 ${Math.round(days / 365)} 年内删除。不公开，不交给商家。`,
    rights: "您的权利",
    yours: (phone) =>
      `可以查询、更正、删除，随时撤回同意，凭回执${phone ? `或致电 ${phone} ` : ""}办理。也可以到现场反映。`,
  },
  receipt: {
    states: {
      received: "已收到",
      classified: "正在办理",
      sent: "已转交办理",
      answered: "已答复",
      rated: "已答复，您已评价",
      closed: "已办结",
      cancelled: "已撤销",
    },
    keep: "请收藏本页或截图：凭这个网址随时查看进展和答复。",
    code: "回执号",
    codeText: "凭回执号和电话后四位也可以查询。",
    said: "您反映的",
    dueBy: (day) => `办理期限：${day}`,
    late: "已超过期限，已报居委会主任督办。",
    sentTo: (unit) => `已转交：${unit}`,
    answer: "答复",
    answeredOn: (day) => `${day}答复`,
    rate: "您对答复满意吗？",
    rateText: (day) => `请在 ${day} 前评价一次。到期没有评价，按“一般”办结。`,
    rateSubmit: "提交评价",
    rated: (satisfaction) => `您的评价：${satisfaction}`,
    ratedBefore: "已经评价过，只能评价一次。",
    pickOne: "请选一项",
    steps: "办理经过",
  },
  poster: {
    about: "可以反映",
    abouts: ["对社区工作的意见和建议", "对部门、物业、水电气的批评和监督", "违法建设、损坏绿地的举报", "求助和咨询"],
  },
};

const en: OpinionWords = {
  title: "Residents' opinions",
  intro:
    "An opinion, a suggestion or a report about the community, an office, the property company, water, power or gas: write it here.",
  answeredWithin: (days) =>
    `Usually answered within ${days} days after it is sent on. The answer stands on your receipt page.`,
  type: "What is it",
  cause: "Please write down what you want to say",
  causeHint: "What, where and when. At most 2,000 characters.",
  place: "Place",
  placeHint: "For example the door of building 3, unit 2",
  name: "Name",
  phone: "Phone",
  contactHint: "Not needed. It helps to check and to reach you.",
  consent: "I have read the notice above and agree that what I enter is used for this matter",
  consentMissing: "Please agree, otherwise it cannot be sent",
  submit: "Send",
  closed: "This box is closed",
  closedText:
    "It takes no new opinions. Please phone or visit the committee. What was sent can still be looked at by its receipt.",
  notice: {
    title: "About your data",
    why: "What for",
    whyText:
      "Only to handle and answer what you write. Where it is sent on, only the matter goes, not your name or phone.",
    what: "What is collected",
    whatText: "What you write; name, phone and place only if you wish.",
    howLong: "How long",
    keptFor: (days) =>
      `Deleted within ${Math.round(days / 365)} years after it is closed. Not published, given to no business.`,
    rights: "Your rights",
    yours: (phone) =>
      `You may look, correct, delete and withdraw consent at any time, with the receipt${phone ? ` or by phone ${phone}` : ""}. You can also come to the desk.`,
  },
  receipt: {
    states: {
      received: "Received",
      classified: "In hand",
      sent: "Sent on",
      answered: "Answered",
      rated: "Answered and rated by you",
      closed: "Closed",
      cancelled: "Cancelled",
    },
    keep: "Keep this page or take a picture of it: its address shows the progress and the answer at any time.",
    code: "Receipt number",
    codeText: "The number together with the last four digits of your phone finds it too.",
    said: "What you wrote",
    dueBy: (day) => `To be handled by ${day}`,
    late: "This is late; the director of the committee has it on the table.",
    sentTo: (unit) => `Sent to: ${unit}`,
    answer: "Answer",
    answeredOn: (day) => `Answered on ${day}`,
    rate: "Are you satisfied with the answer?",
    rateText: (day) => `Please rate it once, by ${day}. Without a rating it is closed as neutral.`,
    rateSubmit: "Send the rating",
    rated: (satisfaction) => `Your rating: ${satisfaction}`,
    ratedBefore: "This has been rated. It can be rated only once.",
    pickOne: "Please choose one",
    steps: "What happened",
  },
  poster: {
    about: "What about",
    abouts: [
      "Opinions and suggestions for the community",
      "Criticism of offices, property company, water, power, gas",
      "Reports of illegal building and damage to green land",
      "Help and questions",
    ],
  },
};

export const opinionWords: Readonly<Record<Language, OpinionWords>> = { zh, en };
