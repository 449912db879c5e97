import type { Finding } from "../../shared/rules/finding.ts";
import type { InForce, Rules } from "../../shared/rules/in-force.ts";
import { leastMeeting } from "../../shared/rules/threshold.ts";
import { differences } from "../../shared/rules/votes/count.ts";
import { quorumFindings } from "../../shared/rules/votes/quorum.ts";
import { actingRules, candidatesNeeded } from "../../shared/rules/votes/readiness.ts";
import type { Language } from "../../shared/schema/label.ts";
import { isOnPeople } from "../../shared/schema/vote.ts";
import { fieldSentence } from "../../shared/words/problems.ts";
import type { Deps } from "../http/deps.ts";
import { viewWhole } from "../records/view.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";
import { asProblem, dayOfMeeting, heldRecord, kindOf, listNamed } from "./act.ts";
import { type Presence, readPresence, readRoll } from "./attendance.ts";
import { choicesFor, ruleIn, seatsOf } from "./choices.ts";
import { readCounts } from "./counts.ts";
import { lookAt } from "./open-vote.ts";
import { readVoteIndex, votesIn } from "./votes-of.ts";

type Reader = {
  readonly account: string;
  readonly sees: (restricted: string) => boolean;
  readonly language: Language;
};

/** A finding with its sentence. */
export function worded(findings: readonly Finding[], language: Language) {
  return findings.map((finding) => {
    const { path, code, params } = asProblem(finding);
    return {
      path,
      code,
      level: finding.level,
      message: fieldSentence(code, language, params),
      ...(params && { params }),
      ...(finding.parameter !== undefined && { parameter: finding.parameter }),
    };
  });
}

/** A meeting with its roll, who is there, and its votes. */
export async function viewMeeting(deps: Deps, community: string, id: string, reader: Reader) {
  const meeting = await heldRecord(deps, "meetings", community, id);
  const [roll, presence, index, rules] = await Promise.all([
    readRoll(deps, community, id),
    readPresence(deps, community, id),
    readVoteIndex(deps, community, id),
    readRules(deps, community),
  ]);
  const votes = await votesIn(deps, community, index);
  return {
    ...viewWhole(listNamed("meetings"), meeting, reader.sees),
    ...attendanceOf(meeting, roll.length, presence, rules, reader.language),
    roll: roll.map(({ id: person, name, note }) => ({
      id: person,
      name,
      ...(note !== undefined && { note }),
      present: presence.present.has(person),
    })),
    votes: await Promise.all(votes.map((vote) => viewed(deps, vote, meeting, roll.length, presence, rules, reader))),
  };
}

/** How many are there of how many, and what the meeting needs. */
function attendanceOf(
  meeting: StoredRecord,
  due: number,
  { present, closed }: Presence,
  rules: Rules,
  language: Language,
) {
  const quorum = rules.threshold(kindOf(meeting).quorum, dayOfMeeting(meeting));
  const findings = due === 0 ? [] : quorumFindings(quorum, present.size, due);
  const { firm } = quorum;
  return {
    attendance: {
      due,
      present: present.size,
      closed,
      needed: due === 0 ? 0 : leastMeeting(due, quorum.value),
      // What the last text that was read asks for, where the number in force has not been read.
      ...(!quorum.checked && firm && due > 0 && { neededRead: leastMeeting(due, firm.value) }),
      findings: worded(findings, language),
      rules: [quorum] as InForce[],
    },
  };
}

/** A vote by itself. */
export async function viewVote(deps: Deps, community: string, id: string, reader: Reader) {
  const vote = await heldRecord(deps, "votes", community, id);
  const meeting = await heldRecord(deps, "meetings", community, String(vote.values.meeting));
  const [roll, presence, rules] = await Promise.all([
    readRoll(deps, community, meeting.id),
    readPresence(deps, community, meeting.id),
    readRules(deps, community),
  ]);
  return viewed(deps, vote, meeting, roll.length, presence, rules, reader);
}

async function viewed(
  deps: Deps,
  vote: StoredRecord,
  meeting: StoredRecord,
  due: number,
  presence: Presence,
  rules: Rules,
  reader: Reader,
) {
  const rule = ruleIn(vote, meeting);
  const day = dayOfMeeting(meeting);
  const isPrepared = vote.values.state === "prepared";
  const seen = isPrepared
    ? await lookAt(deps, vote, meeting, { due, present: presence.present.size }, rules)
    : undefined;
  const needed = isOnPeople(rule) ? { candidatesNeeded: candidatesNeeded(rule, seatsOf(vote), day, rules) } : {};
  return {
    ...viewWhole(listNamed("votes"), vote, reader.sees),
    ...needed,
    ballot: choicesFor(vote, seen?.standing ?? []),
    rules: actingRules(rule, day, rules),
    ...(seen && { findings: worded(seen.findings, reader.language) }),
    counts: await viewCounts(deps, vote, reader),
  };
}

/** Who has counted. Nobody sees another's figures before both are in; then what differs is shown side by side. */
async function viewCounts(deps: Deps, vote: StoredRecord, { account }: Reader) {
  if (vote.values.state === "prepared") return { entered: 0, mine: false };
  const counts = await readCounts(deps, vote);
  const [first, second] = counts;
  const differing = first && second ? differences(first.count, second.count) : [];
  return {
    entered: counts.length,
    mine: counts.some(({ by }) => by.account === account),
    by: counts.map(({ by }) => by.name),
    ...(first &&
      second &&
      differing.length > 0 && {
        differing: differing.map((path) => ({
          path,
          figures: [figure(first.count, path), figure(second.count, path)],
        })),
      }),
  };
}

/** A figure of a count by its dotted path. */
function figure(count: object, path: string): number | null {
  const found = path
    .split(".")
    .reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined), count);
  return typeof found === "number" ? found : null;
}
