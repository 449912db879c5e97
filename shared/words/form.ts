import type { Language } from "../schema/label.ts";

/** Version of the notice and consent below (告知同意): goes up with every change, and is kept with each sign-up. */
export const NOTICE_VERSION = "1";

/** Who writes where no member of staff does, as the history shows it. */
export const queueActor = { account: "queue", name: "自动递补" };
export const formActor = { account: "form", name: "居民扫码" };
export const receiptActor = { account: "receipt", name: "居民凭回执" };

/** Everything the residents' pages say (居民页面). */
export type FormWords = {
  readonly htmlLang: string;
  readonly otherLanguage: string;
  readonly larger: string;
  readonly smaller: string;
  readonly facts: Readonly<
    Record<"gather" | "place" | "end" | "stops" | "fee" | "target" | "organiser" | "coOrganisers", string>
  >;
  readonly closing: (moment: string) => string;
  readonly free: string;
  readonly yuan: (amount: string) => string;
  readonly commercialStop: string;
  readonly left: (places: number) => string;
  readonly full: (waiting: number) => string;
  readonly unlimited: string;
  readonly byPhone: (phone: string | undefined, address: string | undefined) => string;
  readonly notice: {
    readonly title: string;
    readonly who: string;
    readonly why: string;
    readonly whyTrip: string;
    readonly what: string;
    readonly whatAge: string;
    readonly whatParty: string;
    readonly whatTrip: string;
    readonly howLong: string;
    readonly rights: string;
    readonly contact: (name: string, phone: string | undefined, address: string | undefined) => string;
    readonly keptFor: (days: number) => string;
    readonly yours: (phone: string | undefined) => string;
  };
  readonly form: {
    readonly title: string;
    readonly name: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly partySize: string;
    readonly partyHint: (max: number) => string;
    readonly age: string;
    readonly ageHint: (min: number) => string;
    readonly emergency: string;
    readonly emergencyHint: string;
    readonly health: string;
    readonly healthHint: string;
    readonly healthConsent: string;
    readonly consent: string;
    readonly optional: string;
    readonly leaveEmpty: string;
    readonly submit: string;
    readonly submitWaiting: string;
  };
  readonly problems: {
    readonly title: (count: number) => string;
    readonly wrong: string;
    readonly consent: string;
    readonly healthConsent: string;
    readonly tooQuick: string;
    readonly tooOld: string;
    readonly again: string;
  };
  readonly closed: { readonly title: string; readonly text: (closing: string) => string; readonly ended: string };
  readonly cancelledEvent: string;
  readonly unknown: { readonly title: string; readonly text: string };
  readonly tooMany: { readonly title: string; readonly text: string };
  readonly fault: { readonly title: string; readonly text: string };
  readonly refused: string;
  readonly receipt: {
    readonly ok: string;
    readonly okText: string;
    readonly waiting: (rank: number) => string;
    readonly waitingText: string;
    readonly cancelled: string;
    readonly cancelledText: string;
    readonly code: string;
    readonly codeText: string;
    readonly persons: (count: number, lastDigits: string) => string;
    readonly cancel: string;
    readonly cancelText: string;
    readonly confirmCancel: string;
    readonly tooLate: string;
    readonly findAnother: string;
  };
  readonly find: {
    readonly title: string;
    readonly text: string;
    readonly code: string;
    readonly lastDigits: string;
    readonly submit: string;
    readonly notFound: string;
  };
};

const orAt = (phone: string | undefined, address: string | undefined, at: string) =>
  [phone, address && `${at}${address}`].filter(Boolean).join("，");

const zh: FormWords = {
  htmlLang: "zh-CN",
  otherLanguage: "English",
  larger: "大字版",
  smaller: "标准字",
  facts: {
    gather: "集合时间",
    place: "集合地点",
    end: "返回时间",
    stops: "行程",
    fee: "费用",
    target: "参加对象",
    organiser: "主办",
    coOrganisers: "协办",
  },
  closing: (moment) => `报名截止：${moment}`,
  free: "免费",
  yuan: (amount) => `每人 ${amount} 元`,
  commercialStop: "行程中有购物点，购物自愿。",
  left: (places) => `还有 ${places} 个名额`,
  full: (waiting) => (waiting > 0 ? `名额已满，前面有 ${waiting} 人候补，仍可报名候补` : "名额已满，仍可报名候补"),
  unlimited: "名额不限",
  byPhone: (phone, address) => `不会用手机填写？请致电或到现场报名：${orAt(phone, address, "")}`,
  notice: {
    title: "个人信息说明",
    who: "谁收集",
    why: "用途",
    whyTrip: "紧急联系人和健康说明只用于途中照顾和急救。",
    what: "收集什么",
    whatAge: "、年龄",
    whatParty: "、人数",
    whatTrip: "、紧急联系人；健康说明属于敏感信息，自愿填写，须单独同意，加密保存",
    howLong: "保存多久",
    rights: "您的权利",
    contact: (name, phone, address) => [name, orAt(phone, address, "")].filter(Boolean).join("，"),
    keptFor: (days) => `活动结束后 ${days} 天内删除。不公开，不交给商家。`,
    yours: (phone) =>
      `可以查询、更正、删除，随时撤回同意、取消报名，凭回执${phone ? `或致电 ${phone} ` : ""}办理。不同意也可以到现场报名。`,
  },
  form: {
    title: "填写报名",
    name: "姓名",
    phone: "电话",
    phoneHint: "手机或座机。每个号码限报一次。",
    partySize: "人数",
    partyHint: (max) => `连您自己在内，最多 ${max} 人`,
    age: "年龄",
    ageHint: (min) => `须年满 ${min} 岁`,
    emergency: "紧急联系人",
    emergencyHint: "姓名和电话",
    health: "健康说明",
    healthHint: "例如高血压、行动不便、常用药。",
    healthConsent: "我单独同意为途中照顾和急救使用这条健康说明",
    consent: "我已阅读上面的说明，同意为本次活动使用我的信息",
    optional: "可不填",
    leaveEmpty: "此处请留空",
    submit: "提交报名",
    submitWaiting: "报名候补",
  },
  problems: {
    title: (count) => `有 ${count} 处需要改正`,
    wrong: "有误",
    consent: "请勾选同意，否则不能报名",
    healthConsent: "填写了健康说明，请勾选单独同意，或清空说明",
    tooQuick: "提交得太快，请核对后再按一次“提交”",
    tooOld: "页面打开太久或已失效，请核对后再提交一次",
    again: "这次没有报上，请再提交一次",
  },
  closed: {
    title: "报名已截止",
    text: (closing) => `本次活动的报名已于${closing}截止。`,
    ended: "本次活动的报名已经关闭。",
  },
  cancelledEvent: "活动已取消",
  unknown: { title: "没有找到这个表单", text: "网址可能不完整，或者表单已经不在了。请检查网址，或重新扫描二维码。" },
  tooMany: { title: "提交的人太多", text: "请过一分钟再试。您填写的内容没有保存。" },
  fault: { title: "系统出错", text: "没有报上名。请稍后再试，或致电居委会。" },
  refused: "提交的内容无法读取",
  receipt: {
    ok: "报名成功",
    okText: "您有名额，请按时到集合地点。",
    waiting: (rank) => `候补第 ${rank} 位`,
    waitingText: "现在名额已满。有人取消时按报名先后递补，居委会会打电话通知您。",
    cancelled: "报名已取消",
    cancelledText: "如需参加，请重新报名。",
    code: "回执号",
    codeText: "请截图或抄下。凭回执号和电话后四位可以查询、取消。",
    persons: (count, lastDigits) => `${count} 人，电话尾号 ${lastDigits}`,
    cancel: "取消报名",
    cancelText: "取消后名额让给候补的人，不能恢复。",
    confirmCancel: "确认取消报名",
    tooLate: "活动已经开始，不能再取消。",
    findAnother: "查询其他回执",
  },
  find: {
    title: "查询报名",
    text: "请填写回执上的 8 位回执号和报名电话的后四位。",
    code: "回执号",
    lastDigits: "电话后四位",
    submit: "查询",
    notFound: "没有查到。请核对回执号和电话后四位，或致电居委会。",
  },
};

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const en: FormWords = {
  htmlLang: "en",
  otherLanguage: "中文",
  larger: "Large type",
  smaller: "Normal type",
  facts: {
    gather: "Meet at",
    place: "Place",
    end: "Back at",
    stops: "Itinerary",
    fee: "Fee",
    target: "For",
    organiser: "Organiser",
    coOrganisers: "With",
  },
  closing: (moment) => `Sign up by ${moment}`,
  free: "Free",
  yuan: (amount) => `¥${amount} each`,
  commercialStop: "The trip visits a shop. Nobody has to buy anything.",
  left: (places) => `${counted(places, "place", "places")} left`,
  full: (waiting) =>
    waiting > 0
      ? `Full, ${waiting} waiting. You can still join the waiting list`
      : "Full. You can still join the waiting list",
  unlimited: "No limit of places",
  byPhone: (phone, address) =>
    `Rather not fill this in? Phone or come by: ${[phone, address].filter(Boolean).join(", ")}`,
  notice: {
    title: "About your data",
    who: "Who collects",
    why: "Why",
    whyTrip: "Emergency contact and health note serve only care and first aid on the way.",
    what: "What",
    whatAge: ", age",
    whatParty: ", number of persons",
    whatTrip: ", emergency contact; a health note is sensitive, voluntary, needs its own consent and is kept encrypted",
    howLong: "How long",
    rights: "Your rights",
    contact: (name, phone, address) => [name, phone, address].filter(Boolean).join(", "),
    keptFor: (days) => `Deleted within ${days} days after the event. Not published, not given to shops.`,
    yours: (phone) =>
      `See, correct or delete it, withdraw consent and cancel at any time, with your receipt${phone ? ` or by phone ${phone}` : ""}. You can also sign up at the desk without this form.`,
  },
  form: {
    title: "Sign up",
    name: "Name",
    phone: "Phone",
    phoneHint: "Mobile or landline. Each number can sign up once.",
    partySize: "Persons",
    partyHint: (max) => `You included, at most ${max}`,
    age: "Age",
    ageHint: (min) => `${min} or older`,
    emergency: "Emergency contact",
    emergencyHint: "Name and phone",
    health: "Health note",
    healthHint: "For example high blood pressure, walking aids, regular medicine.",
    healthConsent: "I agree separately that this health note is used for care and first aid on the way",
    consent: "I have read the above and agree that my data is used for this event",
    optional: "optional",
    leaveEmpty: "Leave this empty",
    submit: "Sign up",
    submitWaiting: "Join the waiting list",
  },
  problems: {
    title: (count) => `${counted(count, "entry needs", "entries need")} correcting`,
    wrong: "Error",
    consent: "Please tick the consent, or you cannot sign up",
    healthConsent: "You wrote a health note: tick its consent, or empty it",
    tooQuick: "That was very quick. Check your entries and press the button again",
    tooOld: "This page was open too long. Check your entries and send it again",
    again: "This was not signed up. Please send it once more",
  },
  closed: {
    title: "Sign-up has closed",
    text: (closing) => `Sign-up for this event closed on ${closing}.`,
    ended: "Sign-up for this event is closed.",
  },
  cancelledEvent: "The event has been cancelled",
  unknown: {
    title: "There is no such form",
    text: "The address may be incomplete, or the form is gone. Check the address or scan the code again.",
  },
  tooMany: { title: "Too many at once", text: "Please try again in a minute. What you entered was not saved." },
  fault: {
    title: "Something went wrong",
    text: "You are not signed up. Please try again later or phone the committee.",
  },
  refused: "What was sent cannot be read",
  receipt: {
    ok: "You are signed up",
    okText: "You have a place. Please be at the meeting place in time.",
    waiting: (rank) => `Waiting, number ${rank}`,
    waitingText: "All places are taken. When somebody cancels, the next in line moves up and the committee phones you.",
    cancelled: "Sign-up cancelled",
    cancelledText: "To take part, please sign up again.",
    code: "Receipt code",
    codeText:
      "Keep a screenshot or write it down. With the code and your phone's last four digits you can look it up or cancel.",
    persons: (count, lastDigits) => `${counted(count, "person", "persons")}, phone ending in ${lastDigits}`,
    cancel: "Cancel this sign-up",
    cancelText: "The place then goes to somebody who waits, and does not come back.",
    confirmCancel: "Yes, cancel it",
    tooLate: "The event has begun, so this can no longer be cancelled.",
    findAnother: "Look up another receipt",
  },
  find: {
    title: "Look up a sign-up",
    text: "Enter the 8-character code from your receipt and the last four digits of the phone you signed up with.",
    code: "Receipt code",
    lastDigits: "Last four digits of the phone",
    submit: "Look up",
    notFound: "Nothing found. Check the code and the digits, or phone the committee.",
  },
};

/** What a notice says the data is for, named after the event. */
export const purposeOf = (title: string, language: Language) =>
  language === "zh"
    ? `只用于“${title}”的报名、安排座位和联系。`
    : `Only for sign-up, seats and contact for “${title}”.`;

export const formWords: Readonly<Record<Language, FormWords>> = { zh, en };
