import * as z from "zod/mini";
import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import { type BallotCount, countProblems, differences } from "../../shared/rules/votes/count.ts";
import { deciding } from "../../shared/rules/votes/quorum.ts";
import { voteResult } from "../../shared/rules/votes/result.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import { unchanged } from "../records/unchanged.ts";
import { readRules } from "../rules/read-rules.ts";
import { getItem } from "../store/items.ts";
import type { StoredRecord } from "../store/records.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import { type Actor, again, dayOfMeeting, heldRecord } from "./act.ts";
import { asRows, choicesOf, ruleIn, seatsOf } from "./choices.ts";
import { countKey } from "./keys.ts";

const tally = z.object({ for: z.int(), against: z.int(), abstain: z.int() });
const ballots = z.object({
  issued: z.int(),
  returned: z.int(),
  spoiled: z.int(),
  tallies: z.record(z.string(), tally),
});
const countItem = z.object({
  by: z.object({ account: z.string(), name: z.string() }),
  count: ballots,
});
/** What one person counted. */
export type Counted = z.infer<typeof countItem>;

/** Papers and hands: a show of hands is counted once, and by it nobody gives out or brings back a paper. */
export type GivenCount = {
  readonly issued?: number | undefined;
  readonly returned?: number | undefined;
  readonly spoiled?: number | undefined;
  readonly tallies: BallotCount["tallies"];
};

export const isByHands = ({ values }: StoredRecord) => values.method === "hands";
const turnOf = ({ values }: StoredRecord) => Number(values.recounts ?? 0);

/** The counts of a vote's present counting: none, one or two. */
export async function readCounts(deps: Deps, vote: StoredRecord): Promise<readonly Counted[]> {
  const turn = turnOf(vote);
  const items = await Promise.all(
    (["a", "b"] as const).map((place) => getItem(deps, countKey(vote.community, vote.id, turn, place))),
  );
  return items.flatMap((item) => (item ? [countItem.parse(item)] : []));
}

/**
 * Enters what somebody counted (录入计票, S3.20). Two different people count a ballot, and neither sees the other's
 * figures before both are in; when they agree the vote is counted, when they differ it stays open and the figures that
 * differ are told.
 */
export async function enterCount(
  deps: Deps,
  community: string,
  id: string,
  given: GivenCount,
  { rights, context }: Actor,
): Promise<StoredRecord> {
  if (!rights.can("write", "votes")) throw new Refusal("no-right");
  const rules = await readRules(deps, community);
  const by = { account: context.actor.account, name: context.actor.name };
  return again(async () => {
    const vote = await heldRecord(deps, "votes", community, id);
    const earlier = await readCounts(deps, vote);
    const count = wholeCount(vote, given);
    if (vote.values.state !== "open") return sameCount(vote, earlier, by.account, count);
    if (choicesOf(vote).some(({ name }) => name === by.name)) {
      throw new Refusal("no-right", [{ path: "", code: "candidate-counts" }]);
    }
    const problems = problemsOf(vote, count);
    if (problems.length > 0) throw invalid(...problems);
    if (earlier.some((one) => one.by.account === by.account)) return sameCount(vote, earlier, by.account, count);
    const [first, second] = earlier;
    if (second) throw new Refusal("conflict", [{ path: "", code: "both-counted" }]);
    const write = countWrite(deps, vote, first ? "b" : "a", { by, count });
    const isComplete = isByHands(vote) || (first !== undefined && differences(first.count, count).length === 0);
    if (!isComplete) {
      await transact(deps, [write, unchanged(deps, vote)]);
      return vote;
    }
    const meeting = await heldRecord(deps, "meetings", community, String(vote.values.meeting));
    const flow = flowOf("votes", vote.values);
    if (!flow) throw new Error("A vote follows its flow");
    const rule = ruleIn(vote, meeting);
    const pass = deciding(rules.threshold(rule.pass, dayOfMeeting(meeting)));
    const present = Number(vote.values.present);
    const result = voteResult(rule, { choices: choicesOf(vote), seats: seatsOf(vote), present }, count, pass);
    const { issued, returned, spoiled } = count;
    const also = {
      issued,
      returned,
      spoiled,
      results: asRows(result.results),
      needed: result.needed,
      outcome: result.outcome,
      missing: result.missing,
      countedBy: [...(first ? [first.by.name] : []), by.name].join(", "),
    };
    const moving = { actor: context.actor, action: "move" as const };
    const plan = await planMove(deps, flow, vote, "count", {}, moving, { rights, rules, also, extra: [write] });
    await commit(deps, [plan]);
    return plan.record;
  });
}

/** The same figures sent again by the same person are the same count; anything else comes too late. */
function sameCount(vote: StoredRecord, earlier: readonly Counted[], account: string, count: BallotCount): StoredRecord {
  const own = earlier.find(({ by }) => by.account === account);
  if (own && canonicalJson(own.count) === canonicalJson(count)) return vote;
  const code = vote.values.state === "open" ? "already-counted" : "vote-not-open";
  throw new Refusal("conflict", [{ path: "state", code }]);
}

/** By a show of hands those present are the papers, and who raised a hand for anything has brought one back. */
function wholeCount(vote: StoredRecord, { issued, returned, spoiled, tallies }: GivenCount): BallotCount {
  if (!isByHands(vote)) return { issued: issued ?? -1, returned: returned ?? -1, spoiled: spoiled ?? -1, tallies };
  const sums = Object.values(tallies).map((one) => one.for + one.against + one.abstain);
  return { issued: Number(vote.values.present ?? 0), returned: Math.max(0, ...sums), spoiled: 0, tallies };
}

function problemsOf(vote: StoredRecord, count: BallotCount): readonly FieldProblem[] {
  const missing = (["issued", "returned", "spoiled"] as const).filter((path) => count[path] < 0);
  if (missing.length > 0) return missing.map((path) => ({ path, code: "required" }));
  const choices = choicesOf(vote).map(({ id }) => id);
  return countProblems(count, { present: Number(vote.values.present), choices, seats: seatsOf(vote) });
}

function countWrite(deps: Deps, vote: StoredRecord, place: "a" | "b", counted: Counted): PlannedItem {
  const key = countKey(vote.community, vote.id, turnOf(vote), place);
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: { ...key, ...counted, at: deps.now() },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
    refusal: () => new Refusal("stale"),
  };
}
