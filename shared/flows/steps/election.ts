import { isCommitteeMeeting, isElectionTraining, isOpenIn } from "../../rules/election-conditions.ts";
import type { Condition, FlowMove } from "../../schema/flow.ts";
import { BEFORE_VOTE } from "./election-course.ts";

export const STAFF = ["staff"] as const;
export const STREET = ["street"] as const;
/** The column with the day of the step. */
export const on = "stepOn";

const TRAINED: Condition = { shown: "trainings", when: isElectionTraining, code: "training-missing" };
const NOTICE: Condition = { published: "election", since: "from" };
/** Nobody waits for an answer to an objection (S3.13). */
export const UNDISPUTED: Condition = { none: "cases", when: isOpenIn, code: "objections-open" };

/** Steps that both elections take, in the order of the plan's twelve (S3.5). */
export const mobilised = {
  form: {
    label: { zh: "批准选举机构", en: "Name the leading group" },
    from: ["planned"],
    to: "formed",
    who: STREET,
    takes: ["leading", "leadingList"],
    needs: ["leading", "leadingList"],
    on,
  },
  publicise: {
    label: { zh: "培训宣传到位", en: "Trained and publicised" },
    from: ["formed"],
    to: "publicised",
    who: STAFF,
    takes: ["seats", "outgoingReport"],
    needs: ["seats", "outgoingReport"],
    before: [TRAINED, NOTICE],
    on,
  },
} as const satisfies Readonly<Record<string, FlowMove>>;

export const chosen = {
  nominate: {
    label: { zh: "完成提名", en: "Nominations closed" },
    from: ["electorsFixed"],
    to: "nominated",
    who: STAFF,
    takes: ["meeting"],
    needs: ["meeting"],
    on,
  },
  display: {
    label: { zh: "公示初步候选人", en: "Preliminary candidates displayed" },
    from: ["nominated"],
    to: "displayed",
    who: STAFF,
    on,
  },
  sendUp: {
    label: { zh: "报街道", en: "Send to the street" },
    from: ["displayed"],
    to: "sentUp",
    who: STAFF,
    takes: ["sentUpNo"],
    needs: ["sentUpNo"],
    before: [UNDISPUTED],
    on,
  },
  approve: {
    label: { zh: "批复候选人", en: "Approve the candidates" },
    from: ["sentUp"],
    to: "approved",
    who: STREET,
    takes: ["approvalNo"],
    needs: ["approvalNo"],
    on,
  },
  return: {
    label: { zh: "退回重新提名", en: "Return for new nominations" },
    // Also after its approval: where somebody drops out, others are put forward and shown before they stand.
    from: ["sentUp", "approved"],
    to: "electorsFixed",
    who: STREET,
    reason: true,
    on,
  },
} as const satisfies Readonly<Record<string, FlowMove>>;

export const prepare: FlowMove = {
  label: { zh: "选举准备就绪", en: "Prepared" },
  from: ["formal", "invalid"],
  to: "prepared",
  who: STAFF,
  takes: ["meeting", "ballots", "boxes", "hall"],
  needs: ["meeting", "ballots", "boxes", "hall"],
  on,
};

export const decided = {
  vote: { label: { zh: "选出", en: "Elected" }, from: ["prepared"], to: "voted", who: ["vote"], on },
  vacant: {
    label: { zh: "缺额，另行补选", en: "Seats left for a by-election" },
    from: ["prepared"],
    to: "voted",
    who: ["director", "secretary"],
    reason: true,
    on,
  },
  fail: {
    label: { zh: "选举无效", en: "Invalid" },
    from: ["prepared"],
    to: "invalid",
    who: [...STAFF, "vote"],
    reason: true,
    on,
  },
  announce: {
    label: { zh: "宣布当选", en: "Announce" },
    from: ["voted"],
    to: "announced",
    who: STAFF,
    takes: ["countSheet"],
    needs: ["countSheet"],
    on,
  },
  certify: {
    label: { zh: "颁证备案", en: "Certify and file" },
    from: ["announced"],
    to: "certified",
    who: STREET,
    takes: ["certificates", "filingNo", "filedOn"],
    needs: ["certificates", "filingNo", "filedOn"],
    on,
  },
  inspect: {
    label: { zh: "检查验收", en: "Inspect" },
    from: ["handedOver"],
    to: "inspected",
    who: STREET,
    takes: ["inspection"],
    needs: ["inspection"],
    before: [UNDISPUTED],
    on,
  },
  report: {
    label: { zh: "上报选举总结", en: "Send the election report" },
    from: ["inspected"],
    to: "reported",
    who: STAFF,
    takes: ["reportNo"],
    needs: ["reportNo"],
    before: [{ shown: "meetings", when: isCommitteeMeeting, code: "work-not-divided" }],
    on,
  },
} as const satisfies Readonly<Record<string, FlowMove>>;

export const aside = {
  regroup: {
    label: { zh: "调整领导小组", en: "Change the leading group" },
    from: BEFORE_VOTE.slice(1),
    who: [...STAFF, ...STREET],
    takes: ["leading"],
    needs: ["leading"],
    reason: true,
    on,
  },
  redate: {
    label: { zh: "改定选举日", en: "Fix another election day" },
    from: ["approved", "formal", "prepared", "invalid"],
    to: "approved",
    who: STREET,
    takes: ["day", "until"],
    needs: ["day"],
    reason: true,
    on,
  },
  postpone: {
    label: { zh: "延期", en: "Postpone" },
    from: BEFORE_VOTE,
    to: "postponed",
    who: STREET,
    takes: ["postponeNo"],
    needs: ["postponeNo"],
    reason: true,
    on,
  },
  resume: {
    label: { zh: "恢复换届", en: "Resume" },
    from: ["postponed"],
    to: "planned",
    who: STREET,
    takes: ["from", "day", "until"],
    needs: ["from", "day", "until"],
    on,
  },
  earlier: {
    label: { zh: "登记为往届", en: "Enter as an earlier election" },
    from: ["planned"],
    to: "earlier",
    who: ["director", "secretary", ...STREET],
    sets: ({ day }) => ({ votedOn: day ?? null }),
    on,
  },
  cancel: {
    label: { zh: "撤销", en: "Cancel" },
    from: ["planned", "postponed"],
    to: "cancelled",
    who: ["director", ...STREET],
    reason: true,
    on,
  },
} as const satisfies Readonly<Record<string, FlowMove>>;
