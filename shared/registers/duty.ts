import { dutyCode } from "../codes/duty.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Duties done (定期职责履行, D01-D20): which, for which month or quarter, with what evidence. A record is made by its own
 * action and stays as it is; one for each duty and period.
 */
export const duties = defineRegister({
  name: "duties",
  label: { zh: "履职记录", en: "Duties done" },
  title: ["duty", "period"],
  byAction: true,
  uniqueTogether: [["duty", "period"]],
  fields: {
    duty: { kind: "code", label: { zh: "职责", en: "Duty" }, required: true, codes: dutyCode, width: 200 },
    period: { kind: "text", label: { zh: "所属期", en: "Period" }, required: true, max: 10, width: 90 },
    done: { kind: "date", label: { zh: "完成日期", en: "Done on" }, required: true, past: true, width: 110 },
    attendance: { kind: "integer", label: { zh: "到会人数", en: "Persons present" }, min: 1, max: 10_000 },
    subject: { kind: "text", label: { zh: "学习内容", en: "Studied" }, max: 200, width: 200 },
    floorDry: { kind: "boolean", label: { zh: "地面干燥不滑", en: "Floor dry, not slippery" }, width: 110 },
    furniture: { kind: "boolean", label: { zh: "桌椅牢固整齐", en: "Furniture firm and in order" }, width: 110 },
    cleared: { kind: "boolean", label: { zh: "垃圾当日清运", en: "Rubbish cleared" }, width: 110 },
    corners: { kind: "boolean", label: { zh: "无卫生死角", en: "No corner left out" }, width: 110 },
    evidence: { kind: "longText", label: { zh: "记录与凭据", en: "Minutes and evidence" }, max: 4000, width: 300 },
  },
  // What was found amiss is said in words.
  check: ({ floorDry, furniture, cleared, corners, evidence }) =>
    [floorDry, furniture, cleared, corners].includes(false) && !evidence
      ? [{ path: "evidence", code: "required" }]
      : [],
});
