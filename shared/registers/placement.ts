import { defineRegister } from "../schema/register.ts";

/** Job introductions (就业介绍, R40; S6.11, S9.7): who was told of which post, and whether they were hired. */
export const placements = defineRegister({
  name: "placements",
  label: { zh: "就业介绍", en: "Job introductions" },
  title: ["target", "job"],
  frozen: ["target"],
  match: [["target", "employer", "job"]],
  uniqueTogether: [["target", "employer", "job"]],
  retention: { from: "introduced", days: 3 * 365 },
  fields: {
    target: {
      kind: "reference",
      to: "service-targets",
      label: { zh: "服务对象", en: "Service target" },
      required: true,
      width: 130,
    },
    employer: { kind: "text", label: { zh: "用人单位", en: "Employer" }, required: true, max: 80, width: 180 },
    job: { kind: "text", label: { zh: "岗位", en: "Job" }, required: true, max: 60, width: 140 },
    introduced: {
      kind: "date",
      label: { zh: "介绍日期", en: "Introduced on" },
      required: true,
      past: true,
      width: 110,
    },
    hired: { kind: "date", label: { zh: "录用日期", en: "Hired on" }, past: true, width: 110 },
  },
  check: ({ introduced, hired }) =>
    introduced && hired && hired < introduced ? [{ path: "hired", code: "before-start" }] : [],
});
