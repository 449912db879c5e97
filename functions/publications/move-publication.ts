import { setTimeout } from "node:timers/promises";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { publicationNamed } from "../../shared/schema/publications.ts";
import { moveNamed, planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { givenBefore } from "../records/once.ts";
import { readRules } from "../rules/read-rules.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { frozenContent } from "./archive.ts";
import { hashOf, readChain } from "./chain.ts";
import { readCommittee } from "./committee.ts";
import { draftContent, draftOf } from "./draft-content.ts";
import { planPosting, planTakeDown, snapshotWrite } from "./posting.ts";
import { planReplaced } from "./replaced.ts";
import { lastDayShown, leastLastDay } from "./shown.ts";

export const PUBLICATION_MOVES = ["submit", "return", "approve", "post", "note", "withdraw"] as const;
export type PublicationMove = (typeof PUBLICATION_MOVES)[number];

/** How often a move is worked out anew when another posting of the same community came between. */
const ATTEMPTS = 20;

/** One move of one publication, worked out on things as they are. */
type Act = {
  readonly community: string;
  readonly flow: Flow;
  readonly current: StoredRecord;
  readonly given: Readonly<Record<string, unknown>>;
  readonly rights: Rights;
  readonly context: WriteContext;
  readonly rules: Rules;
};

/** Moves one publication (公开流程, S8.14), once for each key. */
export async function movePublication(
  deps: Deps,
  community: string,
  id: string,
  move: PublicationMove,
  given: Readonly<Record<string, unknown>>,
  { rights, context }: { readonly rights: Rights; readonly context: WriteContext },
): Promise<StoredRecord> {
  const rules = await readRules(deps, community);
  for (let attempt = 1; ; attempt += 1) {
    const current = await getRecord(deps, "publications", community, id);
    const flow = current && flowOf("publications", current.values);
    if (!current || !flow) throw new Refusal("not-found");
    const before = await givenBefore(deps, current, context.once);
    if (before) return before;
    const plans = await PLANS[move](deps, { community, flow, current, given, rights, context, rules });
    try {
      await commit(deps, plans);
      return plans[0].record;
    } catch (error) {
      const isPassing = error instanceof Refusal && (error.code === "stale" || error.code === "busy");
      if (!isPassing || attempt === ATTEMPTS) throw error;
      await setTimeout(Math.random() * Math.min(4 * attempt, 60));
    }
  }
}

type Plans = readonly [WritePlan, ...WritePlan[]];

const PLANS: Readonly<Record<PublicationMove, (deps: Deps, act: Act) => Promise<Plans>>> = {
  submit: async (deps, act) => {
    const { community, current, rules } = act;
    const { from, to } = current.values;
    const kind = publicationNamed(String(current.values.kind));
    // Who may not submit, or no longer can, learns that before what is missing.
    const begins = String(from ?? dayOf(deps.now()));
    const last = lastDayShown(kind, begins, rules);
    const plan = await planned(deps, act, "submit", { to: to ?? last });
    const least = await leastLastDay(deps, community, current.values, kind, begins, rules);
    if (least !== undefined && String(to ?? last) < least) {
      throw invalid({ path: "to", code: "shown-too-short", params: { day: least } });
    }
    await draftContent(deps, community, current.values);
    return [plan];
  },
  return: async (deps, act) => [
    await planned(deps, act, "return", { contentHash: null, approvedBy: null, electionDay: null, listed: null }),
  ],
  approve: async (deps, act) => {
    const { community, current, rights, context } = act;
    const { values, id } = current;
    await planned(deps, act, "approve", { approvedBy: context.actor.name });
    const { approves } = publicationNamed(String(values.kind));
    if (!approves.some((post) => rights.posts.includes(post))) {
      throw new Refusal("no-right", [{ path: "kind", code: "approver-of-kind" }]);
    }
    const { content, told } = await draftOf(deps, community, values);
    const also = { ...told, approvedBy: context.actor.name, contentHash: hashOf(content) };
    return [await planned(deps, act, "approve", also, [snapshotWrite(deps, community, id, content)])];
  },
  post: planPost,
  note: async (deps, act) => [await planned(deps, act, "note", {})],
  withdraw: async (deps, act) => {
    const { community, current, context } = act;
    const { no, to } = current.values;
    const content = await frozenContent(deps, current);
    if (typeof no !== "number" || typeof to !== "string" || !content) {
      return [await planned(deps, act, "withdraw", {})];
    }
    const gone = { why: "withdrawn", reason: context.reason?.trim() ?? "" } as const;
    return [await planned(deps, act, "withdraw", {}, planTakeDown(deps, community, { no, to }, gone, content))];
  },
};

/** Posts what was approved, as it was frozen; what it corrects leaves the board in the same act. */
async function planPost(deps: Deps, act: Act): Promise<Plans> {
  const { community, current, context, rules } = act;
  const { values, id } = current;
  await planned(deps, act, "post", {});
  const content = await frozenContent(deps, current);
  if (!content || hashOf(content) !== values.contentHash) throw new Refusal("conflict");
  const today = dayOf(deps.now());
  // Nothing was shown before it was posted, whatever the draft said.
  const from = typeof values.from === "string" && values.from > today ? values.from : today;
  const kind = publicationNamed(String(values.kind));
  const least = (await leastLastDay(deps, community, values, kind, from, rules)) ?? "";
  // What was posted late hangs no shorter for it.
  const to = String(values.to) < least ? least : String(values.to);
  if (to < from) throw new Refusal("conflict", [{ path: "to", code: "shown-no-more" }]);
  const [head, committee] = await Promise.all([readChain(deps, community), readCommittee(deps, community)]);
  const posting = { id, content, contentHash: String(values.contentHash), from, to, committee };
  const { also, items } = planPosting(deps, community, head, posting);
  const plan = await planned(deps, act, "post", { ...also, from, to, postedBy: context.actor.name }, items);
  const { corrects } = values;
  const earlier = typeof corrects === "string" ? await getRecord(deps, "publications", community, corrects) : undefined;
  return [plan, ...(await planReplaced(deps, earlier, head.seq + 1, context, rules))];
}

/** One move of the flow, with what the mechanism adds. Only a note of where it hangs takes values. */
function planned(
  deps: Deps,
  { flow, current, given, rights, context, rules }: Act,
  name: PublicationMove,
  also: Readonly<Record<string, unknown>>,
  extra: Parameters<typeof planMove>[6]["extra"] = [],
): Promise<WritePlan> {
  if (name !== "note" && Object.keys(given).length > 0) {
    throw invalid(...Object.keys(given).map((path) => ({ path, code: "not-taken" })));
  }
  // Refused for its state or the mover's right before anything else.
  moveNamed(flow, name);
  return planMove(deps, flow, current, name, given, context, { rights, rules, also, extra });
}
