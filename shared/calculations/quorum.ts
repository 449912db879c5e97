import { votedBy } from "../codes/rules.ts";
import { findingOf } from "../rules/finding.ts";
import { leastMeeting, meets } from "../rules/threshold.ts";
import { counted, defineCalculation } from "../schema/calculation.ts";
import { PERSONS } from "../words/units.ts";

/** Names of the two thresholds of each kind of vote. */
const THRESHOLDS: Readonly<Record<string, readonly [quorum: string, pass: string]>> = {
  representatives: ["meetings.quorum", "meetings.pass"],
  election: ["elections.repsQuorum", "elections.repsPass"],
  party: ["elections.partyQuorum", "elections.partyPass"],
  twoCommittees: ["meetings.twoCommitteesQuorum", "meetings.twoCommitteesPass"],
  residents: ["meetings.residentsQuorum", "meetings.pass"],
  group: ["meetings.groupQuorum", "meetings.groupPass"],
};

/** How many must be there and how many must agree (C4, S3.17, S3.18). */
export const quorum = defineCalculation({
  name: "quorum",
  label: { zh: "到会与通过人数", en: "Quorum and majority" },
  hint: { zh: "会议多少人到会有效，多少票通过", en: "How many must be there, and how many votes carry" },
  inputs: {
    vote: {
      kind: "code",
      label: { zh: "会议", en: "Meeting" },
      required: true,
      codes: votedBy,
      initial: "representatives",
    },
    due: {
      kind: "integer",
      label: { zh: "应到人数", en: "Entitled" },
      required: true,
      min: 1,
      max: 99_999,
      initial: 55,
    },
    present: { kind: "integer", label: { zh: "实到人数", en: "Present" }, min: 0, max: 99_999 },
    votes: { kind: "integer", label: { zh: "赞成票", en: "Votes in favour" }, min: 0, max: 99_999 },
  },
  run: (values, rules, day) => {
    const [quorumName, passName] = THRESHOLDS[String(values.vote)] ?? ["meetings.quorum", "meetings.pass"];
    const needed = rules.threshold(quorumName, day);
    const majority = rules.threshold(passName, day);
    const due = Number(values.due);
    const { present, votes } = values;
    const isPresent = typeof present === "number";
    // What the last text that was read asks for, where the number that holds is from a text nobody has read.
    const firm = needed.checked ? undefined : needed.firm;
    return {
      judged: isPresent,
      results: [
        counted("quorum", { zh: "到会至少", en: "Present at least" }, leastMeeting(due, needed.value), PERSONS),
        ...(firm
          ? [
              counted(
                "quorumRead",
                { zh: "其中已核对的规定", en: "By what was looked up" },
                leastMeeting(due, firm.value),
                PERSONS,
              ),
            ]
          : []),
        ...(isPresent
          ? [
              counted(
                "pass",
                { zh: "赞成至少", en: "In favour at least" },
                leastMeeting(present, majority.value),
                PERSONS,
              ),
            ]
          : []),
      ],
      findings: [
        ...(isPresent && present > due ? [{ code: "present-beyond-due", level: "fails" as const }] : []),
        ...(isPresent ? findingOf(needed, "quorum-missed", (threshold) => !meets(present, due, threshold)) : []),
        ...(isPresent && typeof votes === "number"
          ? findingOf(majority, "majority-missed", (threshold) => !meets(votes, present, threshold))
          : []),
        ...(isPresent && typeof votes === "number" && votes > present
          ? [{ code: "votes-beyond-present", level: "fails" as const }]
          : []),
      ],
    };
  },
});
