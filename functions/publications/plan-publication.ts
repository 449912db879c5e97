import { dayOf } from "../../shared/rules/calendar.ts";
import type { Content } from "../../shared/rules/publication/content.ts";
import { both, frozenBlocks, type Source } from "../../shared/rules/publication/freeze.ts";
import type { Label } from "../../shared/schema/label.ts";
import { publicationNamed } from "../../shared/schema/publications.ts";
import type { Deps } from "../http/deps.ts";
import { registerOf } from "../imports/batch.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planCreate } from "../records/plan.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";
import { hashOf, readChain } from "./chain.ts";
import { readCommittee } from "./committee.ts";
import { planPosting } from "./posting.ts";
import { lastDayShown } from "./shown.ts";

/** Something that a mechanism makes public at the moment it happens. */
export type AtOnce = {
  readonly community: string;
  /** At most 80 characters; in Chinese, with English where there is any. */
  readonly title: Label;
  /** The values by part and column of the kind's definition (`shared/publications`). */
  readonly source: Source;
  /** The record it comes from, `<register>#<id>`: kept inside, never shown. */
  readonly madeFrom: string;
  /** First and last day shown; today and the kind's number of days when absent. */
  readonly from?: string;
  readonly to?: string;
  /** Which class of open affairs it is (S7.5). */
  readonly affairs?: string;
  /** What it takes the place of, and what was wrong with that. */
  readonly corrects?: { readonly earlier: StoredRecord; readonly why: string };
};

/**
 * Plans a publication that is public in the same moment (当场公布, S3.20): frozen, numbered, hashed and on the board, with
 * its record in state `posted`. Nobody approves it afterwards: what it tells has just been decided by others.
 *
 * To publish in the transaction of your own act, commit the plan beside yours:
 *
 * ```ts
 * const publication = await planPublication(deps, "result", {
 *   community, title: { zh, en }, madeFrom: `votes#${id}`,
 *   source: {
 *     figures: { meeting, decidedOn, present, issued, returned, valid, spoiled, needed, outcome },
 *     candidates: [{ name, office, for, against, abstain, elected }],
 *   },
 * }, context);
 * await commit(deps, [ownPlan, publication]); // publication.record.id, .values.no
 * ```
 *
 * It adds about ten items. It stands on the chain of publications as read: when somebody else posts at the same moment
 * the commit is refused as `stale`, and both plans are made anew.
 */
export async function planPublication(
  deps: Deps,
  kindName: string,
  { community, title, source, madeFrom, from: first, to: last, affairs, corrects }: AtOnce,
  context: WriteContext,
): Promise<WritePlan> {
  const kind = publicationNamed(kindName);
  const [committee, rules, head] = await Promise.all([
    readCommittee(deps, community),
    readRules(deps, community),
    readChain(deps, community),
  ]);
  const today = dayOf(deps.now());
  const from = first ?? today;
  const to = last ?? lastDayShown(kind, from, rules);
  const content: Content = {
    kind: kind.name,
    heading: kind.heading,
    community,
    committee: committee.name,
    title,
    blocks: frozenBlocks(kind, source),
    signature: committee.name,
    signedOn: today,
    ...(corrects && { corrects: { no: Number(corrects.earlier.values.no), why: both(corrects.why) } }),
  };
  const id = deps.newId();
  const posting = planPosting(deps, community, head, {
    id,
    content,
    contentHash: hashOf(content),
    from,
    to,
    committee,
  });
  const { actor } = context;
  return planCreate(
    deps,
    registerOf("publications"),
    community,
    {
      title: title.zh,
      kind: kind.name,
      state: "posted",
      source: madeFrom,
      from,
      to,
      places: kind.places,
      signature: committee.name.zh,
      signedOn: today,
      postedBy: actor.name,
      ...(affairs !== undefined && { affairs }),
      ...(corrects && { corrects: corrects.earlier.id, correction: corrects.why }),
      ...posting.also,
    },
    { ...context, byAction: true },
    { id, rules, extra: posting.items },
  );
}
