import { defineFlow } from "../schema/flow.ts";

const HEADS = ["director", "deputy", "secretary"] as const;

/**
 * An objection to the voter list or to those put forward (选举异议、申诉, W01 4; S3.8, S3.13): any voter brings it, the
 * leading group decides and answers in writing within the days of the rules. Until then the election goes no further,
 * and nobody changes or deletes what was brought.
 */
export const objection = defineFlow({
  name: "objection",
  label: { zh: "选举异议", en: "Objection in an election" },
  register: "cases",
  state: "state",
  when: { field: "type", in: ["objection"] },
  initial: "received",
  due: "due",
  on: "received",
  states: {
    received: {
      waitsFor: HEADS,
      due: { days: "elections.objectionAnswerDays", from: "received", exact: true },
      late: [{ to: ["director", "street"] }],
    },
    answered: { final: true },
    cancelled: { final: true },
  },
  moves: {
    answer: {
      label: { zh: "领导小组答复", en: "Answer of the leading group" },
      from: ["received"],
      to: "answered",
      who: HEADS,
      takes: ["answer", "upheld"],
      needs: ["answer", "upheld"],
      sets: (_values, today) => ({ closed: today }),
      on: "answered",
    },
    cancel: {
      label: { zh: "撤回", en: "Withdrawn" },
      from: ["received"],
      to: "cancelled",
      who: ["director"],
      reason: true,
      on: "closed",
    },
  },
  locked: ["received", "answered", "cancelled"],
});
