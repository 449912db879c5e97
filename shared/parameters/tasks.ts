import { defineParameters, inBoth } from "../schema/parameter.ts";
import { document, reading, USUAL } from "../words/sources.ts";
import { DAYS, WORKING_DAYS } from "../words/units.ts";

/** How long the answer to a task may take, and how many tasks are many (工作准入, W05; S9.23). */
export const tasks = defineParameters(
  "tasks",
  { zh: "工作准入", en: "Task admission" },
  {
    checkDays: {
      kind: "number",
      unit: WORKING_DAYS,
      label: { zh: "收到后审查", en: "Check after receipt" },
      presets: inBoth(2, USUAL),
    },
    decideDays: {
      kind: "number",
      unit: WORKING_DAYS,
      label: { zh: "审查后主任决定", en: "Director decides after the check" },
      presets: inBoth(3, USUAL),
    },
    afterDueDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "完成期限后宽限", en: "Days of grace after the task's own deadline" },
      presets: inBoth(0, reading("S2.3", "按期完成，不宽限", "done by the deadline, without grace")),
    },
    streetDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "任务逾期后报街道", en: "A late task goes to the street after" },
      presets: inBoth(7, USUAL),
    },
    departmentsLine: {
      kind: "number",
      unit: { zh: "个部门", en: "departments" },
      label: { zh: "部门数提示线", en: "Line of departments" },
      hint: { zh: "达到时在街道页上提示负担过重", en: "From here on the street's page says that it is too much" },
      presets: inBoth(22, document("S9.23")),
    },
    tasksLine: {
      kind: "number",
      unit: { zh: "项任务", en: "tasks" },
      label: { zh: "任务数提示线", en: "Line of tasks" },
      hint: { zh: "超过时提示", en: "More than this is too much" },
      presets: inBoth(40, document("S9.23")),
    },
  },
);
