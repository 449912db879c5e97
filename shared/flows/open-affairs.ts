import { isQuestionOn } from "../rules/open-affairs.ts";
import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const LATE = [{ to: ["director"] }] as const;
const COMMITTEE = ["director", "deputy", "member"] as const;
const OVERSEERS = ["council", "supervision"] as const;
const NO_QUESTION = [{ none: "cases", when: isQuestionOn, code: "questions-open" }] as const;

/**
 * Open affairs step by step (居务公开程序, W12, S8.14): opinions collected, compiled and checked, fixed by the committee,
 * approved by the council or the representatives, posted, questions answered, archived. None can be left out: each is
 * entered from the one before alone.
 */
export const openAffairs = defineFlow({
  name: "open-affairs",
  label: { zh: "居务公开", en: "Open affairs" },
  register: "open-affairs",
  state: "state",
  due: "due",
  initial: "collecting",
  inOrder: true,
  states: {
    collecting: { waitsFor: STAFF, due: { days: "affairs.collectDays" }, late: LATE },
    collected: { waitsFor: STAFF, due: { days: "affairs.compileDays" }, late: LATE },
    compiled: { waitsFor: COMMITTEE, due: { days: "affairs.fixDays" }, late: LATE },
    fixed: { waitsFor: OVERSEERS, due: { days: "affairs.approveDays" }, late: LATE },
    approved: { waitsFor: STAFF, due: { days: "affairs.postDays" }, late: LATE },
    posted: { due: { days: "affairs.questionDays", exact: true }, passes: "expire" },
    questioned: { waitsFor: STAFF, due: { days: "affairs.answerDays" }, late: LATE },
    answered: { waitsFor: STAFF, due: { days: "affairs.archiveDays" }, late: LATE },
    archived: { final: true },
  },
  moves: {
    collect: {
      label: { zh: "登记征集结果", en: "Collect" },
      from: ["collecting"],
      to: "collected",
      who: STAFF,
      takes: ["responsible", "items", "opinions", "explainedBy", "explanation"],
      needs: ["responsible", "items", "opinions", "explainedBy", "explanation"],
      on: "collectedOn",
    },
    compile: {
      label: { zh: "整理核对", en: "Compile" },
      from: ["collected"],
      to: "compiled",
      who: STAFF,
      takes: ["text", "evidence", "checkedBy"],
      needs: ["text", "evidence", "checkedBy"],
      on: "compiledOn",
    },
    fix: {
      label: { zh: "居委会审定", en: "Fix" },
      from: ["compiled"],
      to: "fixed",
      who: COMMITTEE,
      notBy: ["compile"],
      takes: ["minutes"],
      needs: ["minutes"],
      on: "fixedOn",
    },
    approve: {
      label: { zh: "议事会审议通过", en: "Approved by the council" },
      from: ["fixed"],
      to: "approved",
      who: OVERSEERS,
      notBy: ["compile", "fix"],
      on: "approvedOn",
    },
    adopt: {
      label: { zh: "代表会议审议通过", en: "Approved by the representatives" },
      from: ["fixed"],
      to: "approved",
      who: ["director"],
      takes: ["proposal"],
      needs: ["proposal"],
      on: "approvedOn",
    },
    return: {
      label: { zh: "退回重新征集", en: "Back to the beginning" },
      from: ["collected", "compiled", "fixed", "approved"],
      to: "collecting",
      who: [...COMMITTEE, ...OVERSEERS],
      reason: true,
    },
    post: { label: { zh: "公布", en: "Post" }, from: ["approved"], to: "posted", who: STAFF, on: "postedOn" },
    ask: { label: { zh: "收到疑问", en: "Questioned" }, from: ["posted", "answered"], to: "questioned", who: ["case"] },
    expire: {
      label: { zh: "期满无疑问", en: "No questions in time" },
      from: ["posted"],
      to: "answered",
      who: ["clock"],
    },
    answer: {
      label: { zh: "答复疑问", en: "Answer" },
      from: ["questioned"],
      to: "answered",
      who: STAFF,
      before: NO_QUESTION,
      takes: ["answer"],
      needs: ["answer"],
      on: "answeredOn",
    },
    correct: {
      label: { zh: "更正公布", en: "Correct" },
      from: ["questioned", "answered"],
      to: "answered",
      who: ["director"],
      before: NO_QUESTION,
      takes: ["text", "correction"],
      needs: ["text", "correction"],
      on: "answeredOn",
    },
    archive: {
      label: { zh: "归档", en: "Archive" },
      from: ["answered"],
      to: "archived",
      who: STAFF,
      before: NO_QUESTION,
      on: "archivedOn",
    },
  },
  locked: ["compiled", "fixed", "approved", "posted", "questioned", "answered", "archived"],
});
