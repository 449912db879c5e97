import type { Condition, Term } from "../rules/survey/condition.ts";
import { type Question, stepLabel } from "../rules/survey/question.ts";
import type { Language } from "../schema/label.ts";

/** What the page of a survey says to those who answer (问卷页面), beside what all residents' pages say. */
export type SurveyFormWords = {
  readonly title: string;
  readonly count: (questions: number) => string;
  readonly closes: (moment: string) => string;
  readonly required: string;
  readonly several: string;
  readonly range: (min: number | undefined, max: number | undefined) => string;
  readonly number: (index: number) => string;
  readonly householdCode: string;
  readonly householdHint: string;
  readonly consent: string;
  readonly submit: string;
  readonly notice: {
    readonly title: string;
    readonly why: string;
    readonly how: string;
    readonly nobody: string;
    readonly secret: string;
    readonly named: string;
    readonly howLong: string;
    readonly keptFor: (days: number) => string;
    readonly keptOpen: string;
    readonly rights: string;
    readonly free: string;
    readonly ask: (phone: string | undefined) => string;
  };
  readonly closed: { readonly title: string; readonly text: string };
  readonly before: { readonly title: string; readonly text: (moment: string) => string };
  readonly receipt: { readonly title: string; readonly text: string; readonly nobody: string };
  /** The end of `only for those who …`. */
  readonly onlyIf: (terms: string) => string;
  readonly and: string;
  readonly or: string;
  readonly term: (number: number, is: Term["is"], value: string, isChoice: boolean) => string;
};

const zhSigns: Readonly<Record<Term["is"], string>> = {
  "=": "为",
  "!=": "不是",
  ">": "大于",
  ">=": "不小于",
  "<": "小于",
  "<=": "不大于",
};
const enSigns: Readonly<Record<Term["is"], string>> = {
  "=": "is",
  "!=": "is not",
  ">": "is more than",
  ">=": "is at least",
  "<": "is less than",
  "<=": "is at most",
};

const zh: SurveyFormWords = {
  title: "填写问卷",
  count: (questions) => `共 ${questions} 题`,
  closes: (moment) => `截止：${moment}`,
  required: "必答",
  several: "可选多项",
  range: (min, max) =>
    [min === undefined ? "" : `最小 ${min}`, max === undefined ? "" : `最大 ${max}`].filter(Boolean).join("，"),
  number: (index) => `${index}. `,
  householdCode: "门牌码",
  householdHint: "社区发到您家的纸条上的 8 位码。每户答一份。",
  consent: "我同意社区把这份答卷连同我家的房号一起保存，用于上面所说的用途",
  submit: "提交问卷",
  notice: {
    title: "个人信息说明",
    why: "用途",
    how: "是否记名",
    nobody: "不记名：不登记姓名、电话和住址。请不要在文字回答里写姓名、电话。",
    secret:
      "不记名：凭门牌码每户答一份。社区只知道哪一户已经答过，不知道答了什么；答卷先加密存放，至少五份混在一起后才能读。请不要在文字回答里写姓名、电话。",
    named: "记房号：凭门牌码每户答一份，答卷连同房号一起保存。",
    howLong: "保存多久",
    keptFor: (days) => `结束 ${days} 天后删除答卷，只留统计数字。`,
    keptOpen: "问卷结束后按规定期限删除答卷，只留统计数字。",
    rights: "您的权利",
    free: "答不答由您。交上以后分不出哪份是您的，所以不能撤回。",
    ask: (phone) => `可以查询、更正、删除，随时撤回同意${phone ? `，请致电 ${phone}` : ""}。`,
  },
  closed: { title: "问卷已经结束", text: "谢谢关心，这份问卷不再收答卷。" },
  before: { title: "问卷还没有开始", text: (moment) => `开始时间：${moment}` },
  receipt: {
    title: "已收到，谢谢",
    text: "您的答卷已经收到。",
    nobody: "这张回执只说明有人答过，查不到答了什么。",
  },
  onlyIf: (terms) => `只有${terms}才需要答`,
  and: "并且",
  or: "或者",
  term: (number, is, value, isChoice) =>
    isChoice && (is === "=" || is === "!=")
      ? `第 ${number} 题${is === "=" ? "选" : "没选"}“${value}”`
      : `第 ${number} 题${zhSigns[is]} ${value}`,
};

const en: SurveyFormWords = {
  title: "Survey",
  count: (questions) => `${questions} ${questions === 1 ? "question" : "questions"}`,
  closes: (moment) => `Open until ${moment}`,
  required: "required",
  several: "Choose as many as you like",
  range: (min, max) =>
    [min === undefined ? "" : `at least ${min}`, max === undefined ? "" : `at most ${max}`].filter(Boolean).join(", "),
  number: (index) => `${index}. `,
  householdCode: "Household code",
  householdHint: "The 8 characters on the slip that came to your door. One answer for each household.",
  consent: "I agree that this answer is kept with my door for the purpose above",
  submit: "Send",
  notice: {
    title: "About your data",
    why: "Why",
    how: "Anonymous",
    nobody: "Yes: no name, phone or address is asked. Please write none in your answers either.",
    secret:
      "Yes: one answer for each household, by its code. The committee sees which door has answered, never what; answers are kept encrypted and become readable only together, at least five at once. Please write no names or phones.",
    named: "No: one answer for each household, by its code, and kept with the door.",
    howLong: "How long",
    keptFor: (days) => `Answers are deleted ${days} days after the end; only counts stay.`,
    keptOpen: "Answers are deleted some time after the end; only counts stay.",
    rights: "Your rights",
    free: "Answering is up to you. Nobody can tell which answer is yours, so it cannot be taken back.",
    ask: (phone) => `See, correct or delete it and withdraw consent at any time${phone ? `, by phone ${phone}` : ""}.`,
  },
  closed: { title: "This survey has ended", text: "Thank you. No more answers are taken." },
  before: { title: "This survey has not begun", text: (moment) => `It opens on ${moment}` },
  receipt: {
    title: "Received, thank you",
    text: "Your answer has arrived.",
    nobody: "This receipt only says that somebody answered. It does not lead to the answer.",
  },
  onlyIf: (terms) => `Only if ${terms}`,
  and: " and ",
  or: " or ",
  term: (number, is, value, isChoice) =>
    isChoice && (is === "=" || is === "!=")
      ? `you ${is === "=" ? "chose" : "did not choose"} “${value}” in question ${number}`
      : `question ${number} ${enSigns[is]} ${value}`,
};

export const surveyFormWords: Readonly<Record<Language, SurveyFormWords>> = { zh, en };

/** What somebody reads beside a question that not everybody is asked. */
export function conditionInWords(condition: Condition, questions: readonly Question[], language: Language): string {
  const words = surveyFormWords[language];
  const said = ({ key, is, value }: Term) => {
    const index = questions.findIndex((question) => question.key === key);
    const question = questions[index];
    return words.term(index + 1, is, question ? valueInWords(question, value, language) : value, isChoice(question));
  };
  const alternatives = condition.any.map((terms) => terms.map(said).join(words.and));
  return words.onlyIf(alternatives.join(words.or));
}

const isChoice = (question: Question | undefined) => question?.type === "one" || question?.type === "several";

/** An answer in words: a choice in the reader's language, a step of a scale with what it is called. */
export function valueInWords(question: Question, value: string, language: Language): string {
  if (question.type === "scale") return [value, stepLabel(question, Number(value), language)].filter(Boolean).join(" ");
  return question.options.find((option) => option.value === value)?.label[language] ?? value;
}
