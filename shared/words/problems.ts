import type { RefusalCode } from "../contract/refusal.ts";
import type { Label, Language } from "../schema/label.ts";
import { affairsFieldWords } from "./affairs-problems.ts";
import { electionFieldWords } from "./election-problems.ts";
import { flowFieldWords } from "./flow-problems.ts";
import { importFieldWords } from "./import.ts";
import { ledgerFieldWords } from "./ledger-problems.ts";
import { listFieldWords } from "./list-problems.ts";
import { publicationFieldWords } from "./publication-problems.ts";
import { ruleFieldWords } from "./rule-problems.ts";
import { serviceFieldWords } from "./service-problems.ts";
import { streetFieldWords } from "./street-problems.ts";
import { surveyFieldWords } from "./survey-problems.ts";
import { voteFieldWords } from "./vote-problems.ts";

/** What a caller reads when the product says no; every refusal code has its sentence. */
const refusalWords: Readonly<Record<RefusalCode, Label>> = {
  unreadable: { zh: "请求内容无法读取。", en: "The request cannot be read." },
  "signed-out": { zh: "请先登录。", en: "Please sign in first." },
  "no-right": { zh: "您的职务没有这项权限。", en: "Your posts do not give you this right." },
  "other-origin": { zh: "请求来自其他网站，已拒绝。", en: "The request came from another site and was refused." },
  "not-found": { zh: "没有找到。", en: "There is nothing here." },
  "not-allowed-method": { zh: "此地址不支持这种操作。", en: "This address does not take this kind of request." },
  conflict: { zh: "与已有的内容冲突。", en: "This conflicts with what is already there." },
  referenced: { zh: "还有其他记录在使用它，不能删除。", en: "Other records still refer to this one." },
  "in-flight": { zh: "同一操作正在进行，请稍候。", en: "The same action is still under way. Please wait." },
  "undo-refused": {
    zh: "部分记录之后又有改动，不能撤销。",
    en: "Some records have changed since, so this cannot be undone.",
  },
  gone: { zh: "已经结束或失效。", en: "This has ended or is no longer valid." },
  stale: {
    zh: "别人刚刚改过这条记录，请核对后再保存。",
    en: "Somebody else has just changed this record. Please check it and save again.",
  },
  "too-large": { zh: "内容太大。", en: "The content is too large." },
  "wrong-type": { zh: "不支持这种内容类型。", en: "This type of content is not accepted." },
  "invalid-fields": { zh: "有些内容需要修改。", en: "Some entries need to be corrected." },
  "key-reused": {
    zh: "这个 Idempotency-Key 已用于另一项内容。",
    en: "This Idempotency-Key was already used for another content.",
  },
  "version-missing": {
    zh: "缺少 If-Match，请先读取记录的版本。",
    en: "If-Match is missing. Read the record's version first.",
  },
  "too-many": { zh: "操作太频繁，请稍后再试。", en: "Too many requests. Please try again later." },
  "not-ready": { zh: "系统尚未就绪，请稍后再试。", en: "The system is not ready yet. Please try again shortly." },
  busy: { zh: "系统繁忙，请稍后再试。", en: "The system is busy. Please try again shortly." },
};

/** Words for what is wrong with one field, by its code. `{name}` is replaced from the problem's params. */
const fieldWords = {
  required: { zh: "必须填写", en: "This must be filled in" },
  "unknown-field": { zh: "没有这一项", en: "There is no such field" },
  "not-text": { zh: "应为文字", en: "This must be text" },
  "too-long": { zh: "最多 {max} 个字", en: "At most {max} characters" },
  "too-short": { zh: "至少 {min} 个字", en: "At least {min} characters" },
  "control-character": { zh: "含有看不见的控制字符", en: "This contains invisible control characters" },
  "broken-text": { zh: "文字已损坏，请重新输入", en: "The text is damaged. Please enter it again" },
  "not-an-object": { zh: "应为一组内容", en: "This must be an object" },
  "not-a-list": { zh: "应为列表", en: "This must be a list" },
  "not-in-format": { zh: "格式不正确", en: "This is not in the right form" },
  "too-deep": { zh: "层次太多", en: "This is nested too deeply" },
  "not-integer": { zh: "应为整数", en: "This must be a whole number" },
  "not-a-number": { zh: "应为数字", en: "This must be a number" },
  "too-small": { zh: "不能小于 {min}", en: "This must be {min} or more" },
  "too-large": { zh: "不能大于 {max}", en: "This must be {max} or less" },
  "too-many-decimals": { zh: "最多 {places} 位小数", en: "At most {places} decimal places" },
  "not-money": { zh: "应为金额", en: "This must be an amount of money" },
  "not-a-date": { zh: "日期不存在，应写成 2026-01-31", en: "There is no such date. Write it like 2026-01-31" },
  "not-a-time": { zh: "时间不正确，应写成 09:30", en: "There is no such time. Write it like 09:30" },
  "not-a-date-time": {
    zh: "日期时间不正确，应写成 2026-01-31T09:30",
    en: "There is no such date and time. Write it like 2026-01-31T09:30",
  },
  "not-a-month": { zh: "月份不正确，应写成 2026-01", en: "There is no such month. Write it like 2026-01" },
  "not-yes-no": { zh: "应为“是”或“否”", en: "This must be yes or no" },
  "not-in-list": { zh: "不在可选范围内", en: "This is not one of the choices" },
  "not-a-phone": { zh: "电话号码不正确", en: "This is not a phone number" },
  "not-a-name": { zh: "姓名不正确", en: "This is not a name" },
  "not-a-credit-code": { zh: "统一社会信用代码不正确", en: "This is not a unified social credit code" },
  "identity-length": { zh: "身份证号应为 18 位", en: "An ID number has 18 characters" },
  "identity-province": { zh: "身份证号的省份代码不存在", en: "The ID number's province does not exist" },
  "identity-date": { zh: "身份证号里的出生日期不存在", en: "The ID number's birth date does not exist" },
  "identity-check": { zh: "身份证号校验位不对，请核对", en: "The ID number's check character is wrong" },
  "identity-future": { zh: "身份证号里的出生日期在将来", en: "The ID number's birth date is in the future" },
  "identity-as-number": {
    zh: "身份证号被存成了数字，末几位已丢失，请从原件补全",
    en: "The ID number was kept as a number and has lost its last digits. Take it from the original",
  },
  "not-a-division-code": { zh: "应为 12 位区划代码", en: "This must be a 12-digit division code" },
  "not-a-street-code": { zh: "应为 9 位街道代码", en: "This must be a 9-digit street code" },
  "not-in-area": { zh: "代码不属于本辖区", en: "The code does not belong to this area" },
  "unknown-reference": { zh: "没有找到所指的记录", en: "The record this refers to was not found" },
  "not-unique": { zh: "已有相同的记录", en: "Another record already has this" },
  "read-only": { zh: "不能修改", en: "This cannot be changed" },
  "by-action-only": { zh: "只能通过相应的操作来改变", en: "This changes only by its own action" },
  restricted: { zh: "您的职务不能查看或修改此项", en: "Your posts do not let you see or change this" },
  masked: { zh: "这是遮盖后的内容，请填写完整", en: "This is the masked value. Enter it in full" },
  "too-many-rows": { zh: "最多 {max} 行", en: "At most {max} rows" },
  "too-few-rows": { zh: "至少 {min} 行", en: "At least {min} rows" },
  "birth-differs": { zh: "与身份证号里的出生日期不一致", en: "This differs from the ID number's birth date" },
  "sex-differs": { zh: "与身份证号里的性别不一致", en: "This differs from the ID number's sex" },
  "before-start": { zh: "不能早于开始日期", en: "This cannot be before the start" },
  "before-gathering": {
    zh: "不能早于集合时间 {time}。可将集合时间改为 {first}",
    en: "This cannot be before people gather at {time}. They could gather at {first}",
  },
  "in-the-future": { zh: "不能晚于今天", en: "This cannot be after today" },
  "in-the-past": { zh: "不能早于今天", en: "This cannot be before today" },
  repeated: { zh: "重复了", en: "This is there twice" },
  "about-oneself": { zh: "不能由本人为自己办理", en: "Nobody can do this for themselves" },
  "cashier-and-accountant": {
    zh: "出纳和会计不能由同一人担任",
    en: "One person cannot be both cashier and accountant",
  },
  "director-and-cashier": { zh: "主任不能兼任出纳", en: "The director cannot be the cashier" },
  "supervision-and-committee": {
    zh: "监督小组成员不能由居委会成员、出纳或会计兼任",
    en: "Who supervises cannot be of the committee, cashier or accountant",
  },
  "one-director": { zh: "本社区已有主任", en: "The community already has a director" },
  "already-held": { zh: "此人已担任这一职务", en: "This person already holds the post" },
  "already-ended": { zh: "已经结束", en: "This has already ended" },
  "after-end": { zh: "不能晚于原定的离任日期", en: "This cannot be after the planned end" },
  "not-next-in-reserve": {
    zh: "候录库中应先录用“{batch}”第 {rank} 名",
    en: "Next in the reserve list is no. {rank} of “{batch}”",
  },
  "reason-out-of-order": {
    zh: "候录库中应先录用“{batch}”第 {rank} 名；不按次序的须写明原因",
    en: "Next in the reserve list is no. {rank} of “{batch}”; for somebody else, say why",
  },
  "not-yours-to-grant": { zh: "这一职务不由您任免", en: "This post is not yours to grant or end" },
  "login-taken": { zh: "这个登录名已被使用", en: "This login name is taken" },
  "not-a-login": {
    zh: "登录名为 3 至 40 个小写字母、数字、点、短横线或下划线",
    en: "A login name has 3 to 40 small letters, digits, dots, hyphens or underscores",
  },
  "password-short": { zh: "密码至少 {min} 个字符", en: "A password has at least {min} characters" },
  "password-common": { zh: "这个密码太常见，请换一个", en: "This password is too common. Choose another" },
  "wrong-password": { zh: "原密码不对", en: "The current password is wrong" },
  "wrong-code": { zh: "验证码不对，或已经用过", en: "This code is wrong, or was used before" },
  "password-differs": { zh: "两次输入的密码不一致", en: "The two passwords differ" },
  closed: {
    zh: "报名已于 {day} 24 点截止（活动前 {days} 天）",
    en: "Sign-up closed at the end of {day} ({days} days before the event)",
  },
  "event-cancelled": { zh: "活动已取消", en: "The event has been cancelled" },
  "phone-taken": {
    zh: "未能用这个号码报名：每个号码限报一次",
    en: "This number could not be signed up. Each number can sign up once",
  },
  "too-many-persons": { zh: "每个号码最多 {max} 人", en: "At most {max} persons for each phone number" },
  "too-young": { zh: "须年满 {min} 岁", en: "The least age is {min}" },
  "no-room": { zh: "名额不够，不能增加人数", en: "There are not enough places for more persons" },
  "sign-up-ended": { zh: "已取消的报名不能恢复，请重新报名", en: "A cancelled sign-up cannot come back. Sign up anew" },
  "send-again": { zh: "这次没有报上，请再提交一次", en: "This was not signed up. Please send it once more" },
  "cancel-first": { zh: "请先改为“已取消”，再删除", en: "Cancel it first, then it can be deleted" },
  ...surveyFieldWords,
  ...importFieldWords,
  ...ruleFieldWords,
  ...ledgerFieldWords,
  ...publicationFieldWords,
  ...flowFieldWords,
  ...listFieldWords,
  ...serviceFieldWords,
  ...streetFieldWords,
  ...voteFieldWords,
  ...electionFieldWords,
  ...affairsFieldWords,
} as const satisfies Readonly<Record<string, Label>>;

/** Sentences for every refusal and field problem. To add a code, add a line above. */
export const problemWords: Readonly<Record<string, Label>> = { ...fieldWords, ...refusalWords };

/** What is said when the product itself broke; nothing about the cause leaves it. */
export const faultWords: Label = {
  zh: "系统出错，已经记录。",
  en: "Something went wrong on our side. It has been logged.",
};

/** Titles of refusals and words of fields share the table, except `too-large`, which means either. */
export function refusalSentence(code: RefusalCode, language: Language): string {
  return refusalWords[code][language];
}

/** The sentence beside a field; a code without words of its own says that the entry is not right. */
export function fieldSentence(
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const words: Readonly<Record<string, Label>> = fieldWords;
  const sentence = (words[code] ?? problemWords[code] ?? fieldWords["not-in-format"])[language];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
