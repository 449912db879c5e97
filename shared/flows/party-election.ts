import { defineFlow } from "../schema/flow.ts";
import { aside, chosen, decided, mobilised, on, prepare, STAFF } from "./steps/election.ts";
import { shared, states, within } from "./steps/election-course.ts";

/** No voter list, and no formal list on the wall. */
const names: readonly string[] = Object.keys(states);

/** The Party organisation's election (党组织换届, S3.1, S3.9): by all members, or by delegates where there are too many. */
export const partyElection = defineFlow({
  ...shared,
  locked: shared.locked.filter((state) => names.includes(state)),
  name: "party-election",
  label: { zh: "党组织换届选举", en: "Party election" },
  when: { field: "kind", in: ["party"] },
  states,
  moves: {
    ...within(mobilised, names),
    publicise: {
      ...mobilised.publicise,
      takes: ["seats", "partyBody", "outgoingReport"],
      needs: ["seats", "partyBody", "outgoingReport"],
    },
    fixElectors: {
      label: { zh: "确定选举方式", en: "Fix who votes" },
      from: ["publicised"],
      to: "electorsFixed",
      who: STAFF,
      takes: ["members", "delegates", "delegatesNo"],
      needs: ["members"],
      on,
    },
    ...chosen,
    prepare: { ...prepare, from: ["approved", "invalid"] },
    ...decided,
    handOver: {
      label: { zh: "移交完成", en: "Handed over" },
      from: ["certified"],
      to: "handedOver",
      who: STAFF,
      takes: ["handoverNote"],
      needs: ["handoverNote"],
      on,
    },
    ...within(aside, names),
  },
});
