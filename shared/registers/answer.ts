import { answerChannel, questionType } from "../codes/survey.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Answer sheets (答卷, R13): what one page answered, with the version of the questions it showed. They come by the
 * survey's page and are never typed. A door stands here only where the survey said so to those who answered.
 */
export const answers = defineRegister({
  name: "answers",
  label: { zh: "答卷", en: "Answers" },
  title: ["survey", "at"],
  frozen: ["survey"],
  byAction: true,
  retention: { from: "survey.closes", days: 365 },
  fields: {
    survey: { kind: "reference", to: "surveys", label: { zh: "问卷", en: "Survey" }, required: true, width: 220 },
    at: { kind: "date", label: { zh: "日期", en: "Day" }, required: true, width: 100 },
    channel: {
      kind: "code",
      label: { zh: "渠道", en: "Channel" },
      required: true,
      codes: answerChannel,
      initial: "qr",
    },
    dwelling: { kind: "reference", to: "dwellings", label: { zh: "房屋", en: "Dwelling" }, personal: true, width: 130 },
    questionsVersion: {
      kind: "integer",
      label: { zh: "问题版本", en: "Version of the questions" },
      required: true,
      min: 1,
      width: 90,
    },
    answers: {
      kind: "rows",
      label: { zh: "回答", en: "Answers" },
      max: 2500,
      width: 320,
      fields: {
        key: { kind: "text", label: { zh: "问题", en: "Question" }, required: true, max: 31 },
        type: { kind: "code", label: { zh: "题型", en: "Type" }, required: true, codes: questionType },
        value: { kind: "longText", label: { zh: "回答", en: "Answer" }, required: true, max: 1000 },
      },
    },
  },
});
