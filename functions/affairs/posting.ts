import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { daysOf, periodInWords } from "../../shared/rules/open-affairs.ts";
import { both } from "../../shared/rules/publication/freeze.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { type AtOnce, planPublication } from "../publications/plan-publication.ts";
import { planReplaced } from "../publications/replaced.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, getRecord, type StoredRecord } from "../store/records.ts";

/** What was made public and not taken back. */
const PUBLIC: ReadonlySet<unknown> = new Set(["posted", "archived"]);

/**
 * Posts an item of open affairs (公布, S8.14): what was approved is frozen and public in the same transaction. Finance
 * is posted along with the month's reviewed table (S8.20), never without it.
 */
export const postAffairs: Effect = async (deps, item, context) => {
  const { community, values } = item;
  if (values.class === "finance" && !(await hasFinanceTable(deps, community, values.period))) {
    throw new Refusal("conflict", [{ path: "period", code: "finance-not-posted" }]);
  }
  const plan = await planPublication(deps, "affairs", await publicOf(deps, item, {}, context.actor.name), {
    actor: context.actor,
    action: "create",
  });
  const also = {
    publication: plan.record.id,
    postedBy: context.actor.name,
    inTime: await isInTime(deps, item),
  };
  return { extra: plan.items, also, referencesHold: true };
};

/** Posts a corrected version in the place of the one that hangs (更正, S8.14), and says what was wrong. */
export const correctAffairs: Effect = async (deps, item, { actor }, { text, correction }) => {
  const { community, values } = item;
  const earlier = await getRecord(deps, "publications", community, String(values.publication));
  if (!earlier) throw new Refusal("conflict", [{ path: "publication", code: "not-posted" }]);
  // What is missing or no text the step itself refuses.
  if (typeof text !== "string" || typeof correction !== "string" || correction.trim() === "") return {};
  if (text === values.text) throw invalid({ path: "text", code: "nothing-corrected" });
  const corrects = { earlier, why: correction.trim() };
  const shown = await publicOf(deps, item, { text }, String(values.postedBy));
  const plan = await planPublication(deps, "affairs", { ...shown, corrects }, { actor, action: "create" });
  const replaced = await planReplaced(deps, earlier, Number(plan.record.values.no), { actor });
  return {
    extra: [...plan.items, ...replaced.flatMap(({ items }) => items)],
    also: { publication: plan.record.id },
    referencesHold: true,
  };
};

/** Archives only what hangs or hung somewhere, as noted with the publication: place, day and by whom (S7.6). */
export const hungUp: Effect = async (deps, { community, values }) => {
  const shown = await getRecord(deps, "publications", community, String(values.publication));
  const { postings } = shown?.values ?? {};
  if (!Array.isArray(postings) || postings.length === 0) {
    throw new Refusal("conflict", [{ path: "publication", code: "posting-not-noted" }]);
  }
  return {};
};

async function publicOf(deps: Deps, item: StoredRecord, changed: Values, postedBy: string): Promise<AtOnce> {
  const { community, id } = item;
  const values: Values = { ...item.values, ...changed };
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : undefined);
  const today = dayOf(deps.now());
  const questions = (await readRules(deps, community)).number("affairs.questionDays", today).value;
  return {
    community,
    title: both(String(values.title)),
    madeFrom: `open-affairs#${id}`,
    affairs: String(values.class),
    source: {
      body: String(values.text),
      facts: {
        class: text("class"),
        period: periodInWords(String(values.period)),
        responsible: text("responsible"),
        fixedOn: text("fixedOn"),
        approvedBy: text("approvedBy"),
        approvedOn: text("approvedOn"),
        postedBy,
        questionsUntil: questions === null ? undefined : addDays(today, questions),
      },
    },
  };
}

/** Whether it is posted within its days after the period (D06). */
async function isInTime(deps: Deps, { community, values }: StoredRecord): Promise<boolean> {
  const today = dayOf(deps.now());
  const days = (await readRules(deps, community)).number(daysOf(values.class), today).value;
  return days === null || today <= addDays(String(values.until), days);
}

async function hasFinanceTable(deps: Deps, community: string, month: unknown): Promise<boolean> {
  for await (const { values } of allRecords(deps, "publications", community)) {
    if (values.kind === "finance" && values.month === month && PUBLIC.has(values.state)) return true;
  }
  return false;
}
