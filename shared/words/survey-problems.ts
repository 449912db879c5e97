import type { Label } from "../schema/label.ts";

/** Words for what is wrong with a survey or an answer to one, by its code. */
export const surveyFieldWords = {
  "not-a-key": {
    zh: "编号以字母开头，只用字母、数字和下划线",
    en: "A key begins with a letter and has letters, digits and underscores only",
  },
  "survey-open": {
    zh: "问卷还在收答卷，结束后才能公布",
    en: "Answers still come in: it is made public once it is over",
  },
  "no-scale": { zh: "没有打分题的答卷，不是评议", en: "Nobody has scored anything here: this is no appraisal" },
  "too-few-answers": {
    zh: "答卷不足 {min} 份，不公布",
    en: "Fewer than {min} have answered, so that nothing is made public",
  },
  "published-already": { zh: "评议结果已公布", en: "The result has been made public already" },
  "too-few-options": { zh: "至少要有两个不同的选项", en: "There must be two different choices or more" },
  "too-many-options": { zh: "最多 {max} 个选项", en: "At most {max} choices" },
  "too-many-steps": { zh: "打分最多 {max} 档", en: "A scale has at most {max} steps" },
  "not-a-condition": {
    zh: "看不懂这个条件，应写成 q1 = 是",
    en: "This condition cannot be read. Write it like q1 = yes",
  },
  "condition-later": {
    zh: "条件只能用前面的问题，前面没有 {key}",
    en: "A condition looks at questions before it; there is no {key} before",
  },
  "household-code-missing": { zh: "请填写纸条上的门牌码", en: "Enter the code from your slip" },
  "household-code-wrong": {
    zh: "没有这个门牌码，请对照纸条再填一次",
    en: "There is no such code. Please compare it with your slip",
  },
  "household-code-other": {
    zh: "这是另一份问卷的门牌码",
    en: "This code belongs to another survey",
  },
  "household-code-used": {
    zh: "这个门牌码已经用过，每户只答一份",
    en: "This code has been used. Each household answers once",
  },
  "household-code-tried": {
    zh: "填错的次数太多，请过十分钟再试，或致电居委会",
    en: "Too many wrong codes. Try again in ten minutes, or phone the committee",
  },
  "not-by-household": {
    zh: "这份问卷不是每户一份，不用门牌码",
    en: "This survey is not answered once per household, so it has no codes",
  },
  "form-first": { zh: "请先开放问卷，纸条上要印网址", en: "Open the survey first: its address stands on the slips" },
  "survey-consent": {
    zh: "请勾选同意，否则不能提交记房号的问卷",
    en: "Please tick the consent: this survey keeps your door",
  },
  "page-sent": {
    zh: "这一页已经交过，内容不同。要再答一份，请核对后重新提交",
    en: "This page was sent before with other answers. To answer once more, check it and send it again",
  },
} as const satisfies Readonly<Record<string, Label>>;
