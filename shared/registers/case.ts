import {
  addressee,
  agreementForm,
  caseChannel,
  caseState,
  caseType,
  mediationOutcome,
  partyRole,
  satisfaction,
} from "../codes/case.ts";
import { hazardLevel } from "../codes/safety.ts";
import { dutyTag } from "../codes/task.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** States of a mediation in which both sides have been written down. */
const ACCEPTED = new Set(["accepted", "talked", "agreed", "failed", "checked"]);

/**
 * Cases (事项, S5.1, S6.7, S6.8, S8.7, S8.9): what residents bring to the committee, from a quarrel about rubbish in
 * the passage to a criticism of a department, with the answer they got and how they liked it.
 */
export const cases = defineRegister({
  name: "cases",
  label: { zh: "事项", en: "Cases" },
  title: ["cause"],
  frozen: ["type", "state"],
  retention: { from: "closed", days: 3 * 365 },
  fields: {
    type: { kind: "code", label: { zh: "类型", en: "Type" }, required: true, codes: caseType, width: 110 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: caseState, byAction: true, width: 100 },
    due: { kind: "date", label: { zh: "办理期限", en: "Due" }, byAction: true, width: 110 },
    cause: { kind: "longText", label: { zh: "事由", en: "What about" }, required: true, max: 2000, width: 300 },
    subtype: { kind: "text", label: { zh: "小类", en: "Subtype" }, max: 40 },
    channel: { kind: "code", label: { zh: "渠道", en: "Channel" }, codes: caseChannel, initial: "desk", width: 90 },
    received: { kind: "date", label: { zh: "收到日期", en: "Received" }, past: true, width: 110 },
    parties: {
      kind: "rows",
      label: { zh: "当事人", en: "People" },
      personal: true,
      max: 20,
      width: 180,
      fields: {
        name: { kind: "text", label: { zh: "姓名", en: "Name" }, pattern: "person-name", personal: true, max: 60 },
        phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, personal: true },
        role: { kind: "code", label: { zh: "身份", en: "Part" }, codes: partyRole },
      },
    },
    place: { kind: "text", label: { zh: "地点", en: "Place" }, max: 120, width: 160 },
    happened: { kind: "dateTime", label: { zh: "发生时间", en: "Happened" } },
    addressee: { kind: "codes", label: { zh: "对象", en: "Addressed to" }, codes: addressee, width: 130 },
    dutyTag: { kind: "codes", label: { zh: "职责类别", en: "Duty" }, codes: dutyTag, width: 140 },
    level: { kind: "code", label: { zh: "等级", en: "Level" }, codes: hazardLevel, width: 70 },
    election: { kind: "reference", to: "elections", label: { zh: "涉及选举", en: "About the election" }, width: 150 },
    application: {
      kind: "reference",
      to: "aid-applications",
      label: { zh: "对救助公示的异议", en: "Objects to an application for aid" },
      width: 150,
    },
    affairs: {
      kind: "reference",
      to: "open-affairs",
      label: { zh: "对居务公开的疑问", en: "Questions open affairs" },
      byAction: true,
      width: 150,
    },
    station: { kind: "reference", to: "bodies", label: { zh: "承办工作站", en: "Handled by" }, width: 150 },
    upheld: { kind: "boolean", label: { zh: "异议成立", en: "Upheld" }, byAction: true, width: 90 },
    workingGroup: { kind: "reference", to: "bodies", label: { zh: "工作组", en: "Working group" }, width: 150 },
    sceneKept: { kind: "boolean", label: { zh: "已保护现场", en: "Scene kept as it is" }, byAction: true, width: 100 },
    receipt: { kind: "text", label: { zh: "回执", en: "Receipt" }, byAction: true, max: 80 },
    classified: { kind: "date", label: { zh: "分类日期", en: "Classified on" }, byAction: true, past: true },
    sentTo: { kind: "text", label: { zh: "转交单位", en: "Sent to" }, byAction: true, max: 120 },
    sent: { kind: "date", label: { zh: "转交日期", en: "Sent on" }, byAction: true, past: true },
    answer: { kind: "longText", label: { zh: "答复", en: "Answer" }, byAction: true, max: 4000, width: 240 },
    answered: { kind: "date", label: { zh: "答复日期", en: "Answered on" }, byAction: true, past: true },
    satisfied: { kind: "code", label: { zh: "满意度", en: "Satisfaction" }, codes: satisfaction, byAction: true },
    mediator: { kind: "reference", to: "posts", label: { zh: "调解人", en: "Mediator" } },
    accepted: { kind: "date", label: { zh: "受理日期", en: "Accepted on" }, byAction: true, past: true },
    said: { kind: "longText", label: { zh: "双方陈述", en: "What each side says" }, max: 4000 },
    advice: { kind: "longText", label: { zh: "调解意见", en: "Advice" }, max: 4000 },
    outcome: { kind: "code", label: { zh: "调解结果", en: "Outcome" }, codes: mediationOutcome, byAction: true },
    agreement: { kind: "code", label: { zh: "协议形式", en: "Agreement" }, codes: agreementForm, byAction: true },
    visit: { kind: "longText", label: { zh: "回访情况", en: "Found on the visit" }, byAction: true, max: 2000 },
    closed: { kind: "date", label: { zh: "办结日期", en: "Closed on" }, byAction: true, past: true },
  },
  check: (values) => [
    ...partiesProblems(values),
    ...orderProblems(values),
    ...petitionProblems(values),
    ...objectionProblems(values),
    ...receiptProblems(values),
  ],
});

function partiesProblems({ type, state, parties }: Values): FieldProblem[] {
  const isShort = !Array.isArray(parties) || parties.length < 2;
  const isHeard = type === "mediation" && ACCEPTED.has(String(state));
  return isHeard && isShort ? [{ path: "parties", code: "too-few-rows", params: { min: 2 } }] : [];
}

/** Days of a case stand in order: nothing is answered before it was received. */
function orderProblems(values: Values): FieldProblem[] {
  const days = ["received", "classified", "accepted", "sent", "answered", "closed"].flatMap((path) => {
    const day = values[path];
    return typeof day === "string" ? [{ path, day }] : [];
  });
  return days
    .filter(({ day }, index) => day < (days[index - 1]?.day ?? ""))
    .map(({ path }) => ({ path, code: "before-start" }));
}

/** Whoever is told of an illegal building or damaged green land confirms it (S6.7): a report sent on has its receipt. */
function receiptProblems({ type, state, receipt }: Values): FieldProblem[] {
  return type === "report" && state === "sent" && !receipt ? [{ path: "receipt", code: "required" }] : [];
}

/** An objection is about an election (S3.8, S3.13). */
function objectionProblems({ type, election }: Values): FieldProblem[] {
  return type === "objection" && !election ? [{ path: "election", code: "required" }] : [];
}

/** A petition that has been taken up has a level and a working group that looks into it (S7.2). */
function petitionProblems({ type, state, ...values }: Values): FieldProblem[] {
  if (type !== "petition" || !["classified", "sent", "answered"].includes(String(state))) return [];
  return ["level", "workingGroup"].filter((path) => !values[path]).map((path) => ({ path, code: "required" }));
}
