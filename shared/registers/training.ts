import { trainingAudience, trainingTopic } from "../codes/work.ts";
import { defineRegister } from "../schema/register.ts";

/** Trainings (培训记录, R38; S2.7, S3.7, S4.8, S9.5): whom the committee taught what, for how long and how well. */
export const trainings = defineRegister({
  name: "trainings",
  label: { zh: "培训", en: "Trainings" },
  title: ["date", "subject"],
  frozen: ["date", "subject"],
  match: [["date", "subject"]],
  uniqueTogether: [["date", "subject"]],
  fields: {
    date: { kind: "date", label: { zh: "日期", en: "Date" }, required: true, past: true, width: 110 },
    subject: { kind: "text", label: { zh: "题目", en: "Subject" }, required: true, max: 120, width: 240 },
    topic: { kind: "code", label: { zh: "内容", en: "Topic" }, required: true, codes: trainingTopic, width: 110 },
    audience: {
      kind: "codes",
      label: { zh: "对象", en: "For" },
      required: true,
      codes: trainingAudience,
      width: 180,
    },
    staff: { kind: "references", to: "posts", label: { zh: "参加人员", en: "Who came" }, width: 200 },
    persons: { kind: "integer", label: { zh: "人数", en: "Persons" }, required: true, min: 1, max: 100_000 },
    hours: { kind: "decimal", label: { zh: "学时", en: "Hours" }, required: true, min: 0.5, max: 400, places: 1 },
    teacher: { kind: "text", label: { zh: "授课人", en: "Teacher" }, max: 60 },
    score: { kind: "decimal", label: { zh: "测试平均分", en: "Mean test score" }, min: 0, max: 100, places: 1 },
    certificate: { kind: "text", label: { zh: "证书", en: "Certificate" }, max: 120 },
  },
  check: ({ staff, persons }) =>
    Array.isArray(staff) && typeof persons === "number" && staff.length > persons
      ? [{ path: "persons", code: "too-small", params: { min: staff.length } }]
      : [],
});
