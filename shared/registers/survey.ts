import { onePer, questionType } from "../codes/survey.ts";
import { keyedRows, surveyProblems } from "../rules/survey/check-survey.ts";
import { opinionQuestion } from "../rules/survey/opinion.ts";
import { type QuestionRow, readQuestions } from "../rules/survey/question.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Surveys (问卷, R12): what people are asked, from when to when, and who may answer how often. Appraisals of offices,
 * utilities and property companies are surveys with scales (民主评议, S6.9, V10).
 */
export const surveys = defineRegister({
  name: "surveys",
  label: { zh: "问卷", en: "Surveys" },
  title: ["title"],
  frozen: ["title"],
  fields: {
    title: { kind: "text", label: { zh: "名称", en: "Title" }, required: true, max: 80, width: 240 },
    titleEn: { kind: "text", label: { zh: "英文名称", en: "English title" }, max: 160, width: 200 },
    purpose: {
      kind: "longText",
      label: { zh: "用途", en: "Purpose" },
      max: 300,
      width: 220,
      hint: { zh: "印在页面上，告诉居民为什么问", en: "Stands on the page: why people are asked" },
    },
    purposeEn: { kind: "longText", label: { zh: "英文用途", en: "English purpose" }, max: 600, width: 200 },
    proposal: {
      kind: "reference",
      to: "proposals",
      label: { zh: "征求意见的议题", en: "On the proposal" },
      width: 180,
      hint: {
        zh: "须有一道单选题，选项含“同意”和“不同意”；多数不同意的，不能执行",
        en: "Asks one choice with 同意 and 不同意; what most are against is not carried out",
      },
    },
    opens: { kind: "dateTime", label: { zh: "开始", en: "Opens" }, width: 140 },
    closes: {
      kind: "dateTime",
      label: { zh: "截止", en: "Closes" },
      width: 140,
      hint: { zh: "到这一刻不再收答卷", en: "From this moment no more answers are taken" },
    },
    onePer: { kind: "code", label: { zh: "答题限制", en: "Once per" }, required: true, codes: onePer, initial: "none" },
    anonymous: {
      kind: "boolean",
      label: { zh: "匿名", en: "Anonymous" },
      initial: true,
      hint: {
        zh: "每户一份时：匿名则只知道哪一户已答，不知道答了什么",
        en: "With codes: one sees which door has answered, never what",
      },
    },
    questions: {
      kind: "rows",
      label: { zh: "问题", en: "Questions" },
      required: true,
      max: 60,
      width: 220,
      fields: {
        text: { kind: "text", label: { zh: "问题", en: "Question" }, required: true, max: 200, width: 240 },
        type: { kind: "code", label: { zh: "题型", en: "Type" }, codes: questionType, width: 90 },
        options: {
          kind: "longText",
          label: { zh: "选项", en: "Options" },
          max: 1600,
          width: 200,
          hint: {
            zh: "用 / 隔开；打分写各分的说法或 1-10",
            en: "Parted by /; a scale's steps in words, or 1-10",
          },
        },
        required: { kind: "boolean", label: { zh: "必答", en: "Required" }, width: 60 },
        showIf: {
          kind: "text",
          label: { zh: "显示条件", en: "Asked if" },
          max: 200,
          width: 130,
          hint: { zh: "例如 q1 = 是，q2 >= 4 且 q3 != 无", en: "Such as q1 = yes, q2 >= 4 and q3 != none" },
        },
        section: { kind: "text", label: { zh: "分节", en: "Section" }, max: 60, width: 110 },
        key: { kind: "text", label: { zh: "编号", en: "Key" }, max: 31, width: 70 },
        textEn: { kind: "text", label: { zh: "英文问题", en: "Question in English" }, max: 400, width: 200 },
        optionsEn: { kind: "longText", label: { zh: "英文选项", en: "Options in English" }, max: 3200, width: 200 },
        sectionEn: { kind: "text", label: { zh: "英文分节", en: "Section in English" }, max: 120, width: 120 },
      },
    },
  },
  derive: ({ questions }) =>
    // A column of rows holds rows alone; the type of all values cannot say so.
    Array.isArray(questions) ? { questions: keyedRows(questions as readonly QuestionRow[]) } : {},
  check: (values) => [
    ...surveyProblems(values),
    ...(values.proposal && !opinionQuestion(readQuestions(values.questions))
      ? [{ path: "questions", code: "no-opinion-question" }]
      : []),
  ],
});
