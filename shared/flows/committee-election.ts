import { isForElectionDay, isHandedOver, isOfElection } from "../rules/election-conditions.ts";
import { defineFlow } from "../schema/flow.ts";
import { aside, chosen, decided, mobilised, on, prepare, STAFF, UNDISPUTED } from "./steps/election.ts";
import { ahead, shared, states } from "./steps/election-course.ts";

/** The committee's election (居委会换届, W01, S3.5): twelve steps in order, each with its evidence and its window. */
export const committeeElection = defineFlow({
  ...shared,
  name: "committee-election",
  label: { zh: "居委会换届选举", en: "Election of the committee" },
  when: { field: "kind", in: ["committee"] },
  states: {
    ...states,
    registered: { waitsFor: STAFF, ...ahead("elections.voterListDays") },
    listPublished: { waitsFor: STAFF, ...ahead("campaign.sendUpDays") },
    formal: { waitsFor: STAFF, ...ahead("campaign.voteDays") },
  },
  moves: {
    ...mobilised,
    enrol: {
      label: { zh: "从居民名册生成选民登记", en: "Register voters from the residents" },
      from: ["formed", "publicised", "registered", "listPublished"],
      who: STAFF,
      on,
    },
    register: {
      label: { zh: "选民登记完成", en: "Voters registered" },
      from: ["publicised"],
      to: "registered",
      who: STAFF,
      takes: ["voters"],
      needs: ["voters"],
      on,
    },
    publishList: {
      label: { zh: "公布选民名单", en: "Publish the voter list" },
      from: ["registered"],
      to: "listPublished",
      who: STAFF,
      before: [{ published: "voters", since: "from", when: isOfElection }],
      on,
    },
    fixElectors: {
      label: { zh: "确定选民代表", en: "Fix the representatives" },
      from: ["listPublished"],
      to: "electorsFixed",
      who: STAFF,
      takes: ["groupMinutes"],
      needs: ["groupMinutes"],
      on,
    },
    ...chosen,
    display: { ...chosen.display, before: [{ published: "candidates", since: "from", when: isOfElection }] },
    publishFormal: {
      label: { zh: "公布正式候选人", en: "Publish the formal candidates" },
      from: ["approved"],
      to: "formal",
      who: STAFF,
      // After another day was fixed, another meeting may hold it.
      takes: ["meeting"],
      before: [{ published: "formal-candidates", since: "from", when: isForElectionDay }, UNDISPUTED],
      on,
    },
    prepare,
    ...decided,
    announce: { ...decided.announce, before: [{ published: "result", since: "votedOn" }] },
    handOver: {
      label: { zh: "移交完成", en: "Handed over" },
      from: ["certified"],
      to: "handedOver",
      who: STAFF,
      before: [{ shown: "handovers", when: isHandedOver, code: "handover-open" }],
      on,
    },
    ...aside,
  },
});
