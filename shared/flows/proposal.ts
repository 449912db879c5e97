import { defineFlow, type Flow, type FlowMove } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const LATE = [{ to: ["director"] }] as const;
const LOCKED = ["passed", "put", "adopted", "rejected", "published", "doing", "done", "withdrawn"] as const;
const BETWEEN = ["undecided", "referred", "overruled"] as const;

const moves = {
  pass: {
    label: { zh: "党组织讨论通过", en: "Passed by the Party branch" },
    from: ["drafted"],
    to: "passed",
    who: ["secretary"],
    takes: ["partyMinutes"],
    needs: ["partyMinutes"],
    on: "passedOn",
  },
  revise: {
    label: { zh: "退回修改", en: "Back to the draft" },
    from: ["passed"],
    to: "drafted",
    who: ["director", "secretary"],
    reason: true,
  },
  put: {
    label: { zh: "提交代表会议", en: "Put to the meeting" },
    from: ["passed"],
    to: "put",
    who: ["director"],
    takes: ["meeting"],
    needs: ["meeting"],
  },
  adopt: { label: { zh: "表决通过", en: "Adopted" }, from: ["put"], to: "adopted", who: ["vote"] },
  reject: { label: { zh: "表决未通过", en: "Rejected" }, from: ["put"], to: "rejected", who: ["vote"] },
  publish: {
    label: { zh: "公布", en: "Publish" },
    from: ["adopted"],
    to: "published",
    who: STAFF,
    on: "publishedOn",
  },
  start: {
    label: { zh: "开始办理", en: "Begin" },
    from: ["published"],
    to: "doing",
    who: STAFF,
    takes: ["assignee"],
    needs: ["assignee"],
  },
  finish: {
    label: { zh: "办理完成", en: "Finish" },
    from: ["doing"],
    to: "done",
    who: STAFF,
    takes: ["result"],
    needs: ["result"],
    on: "doneOn",
  },
  withdraw: {
    label: { zh: "撤回", en: "Withdraw" },
    from: ["drafted", "passed", "put"],
    to: "withdrawn",
    who: ["director"],
    reason: true,
  },
} as const satisfies Readonly<Record<string, FlowMove>>;

const shared = {
  register: "proposals",
  state: "state",
  due: "due",
  initial: "drafted",
  on: "drafted",
  states: {
    drafted: { waitsFor: ["secretary"] },
    passed: { waitsFor: ["director"] },
    put: { waitsFor: ["director"] },
    adopted: { waitsFor: STAFF, due: { days: "meetings.publishDays" }, late: LATE },
    rejected: { final: true },
    published: { waitsFor: STAFF, due: { days: "meetings.beginDays" }, late: LATE },
    doing: { waitsFor: STAFF, due: { days: "meetings.carryOutDays" }, late: LATE },
    done: { final: true },
    withdrawn: { final: true },
  },
  locked: LOCKED,
} as const satisfies Omit<Flow, "name" | "label" | "moves">;

/**
 * A matter of the six classes (W06, S7.7, S7.8, S8.3): proposed by the committee, discussed by the Party branch, decided
 * by the representatives' vote and by nothing else, published, carried out. No step can be left out or taken earlier.
 */
export const majorMatter = defineFlow({
  ...shared,
  name: "major-matter",
  label: { zh: "重大事项", en: "Major matters" },
  when: { field: "class", in: ["targets", "work", "budget", "works", "charter", "law"] },
  moves,
});

/**
 * Any other matter: the committee may decide it without the meeting, or put it to one, also to that of both committees
 * (S7.3). Where those find no majority the street is asked and answers; the two decide again. Against what the residents
 * say nothing is decided or carried out: it is set aside, or put to their representatives.
 */
export const otherMatter = defineFlow({
  ...shared,
  name: "other-matter",
  label: { zh: "一般事项", en: "Other matters" },
  when: { field: "class", in: ["other"] },
  states: {
    ...shared.states,
    undecided: { waitsFor: ["secretary"], due: { days: "meetings.referDays" }, late: LATE },
    referred: { waitsFor: ["street"], due: { days: "meetings.referralDays" }, late: LATE },
    overruled: { final: true },
  },
  locked: [...LOCKED, ...BETWEEN],
  moves: {
    ...moves,
    disagree: { label: { zh: "意见不一致", en: "No majority" }, from: ["put"], to: "undecided", who: ["vote"] },
    refer: {
      label: { zh: "报请上级", en: "Refer upward" },
      from: ["undecided"],
      to: "referred",
      who: ["secretary"],
      takes: ["disagreement"],
      needs: ["disagreement"],
      on: "referredOn",
    },
    answer: {
      label: { zh: "上级答复", en: "Answer" },
      from: ["referred"],
      to: "passed",
      who: ["street"],
      takes: ["streetAnswer"],
      needs: ["streetAnswer"],
      on: "answeredOn",
    },
    askResidents: {
      label: { zh: "提请居民代表会议", en: "Put to the residents' meeting" },
      from: ["adopted", "published", "doing"],
      to: "put",
      who: ["director", "secretary"],
      takes: ["meeting"],
      needs: ["meeting"],
    },
    yield: {
      label: { zh: "服从居民意见", en: "Yield to the residents" },
      from: ["undecided", "adopted", "published", "doing"],
      to: "overruled",
      who: ["director", "secretary"],
    },
    withdraw: { ...moves.withdraw, from: [...moves.withdraw.from, "undecided"] },
    decide: {
      label: { zh: "居委会决定", en: "Decided by the committee" },
      from: ["passed"],
      to: "adopted",
      who: ["director"],
      on: "decidedOn",
    },
  },
});
