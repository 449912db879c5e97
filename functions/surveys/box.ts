import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { groupsOf, releasable } from "../../shared/rules/survey/mixing.ts";
import type { AnswerLine } from "../../shared/rules/survey/read-answers.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import { sealOf, unsealOf } from "../records/seal.ts";
import { itemsBetween } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { plannedAnswer } from "./answer-record.ts";
import { answerId, BOXES, boxGuardKey, boxKey, chanceName, surveyPartition } from "./keys.ts";
import type { Survey } from "./survey.ts";

/** Sealed answers are as long as each other, in steps of this many bytes: a length is no name. */
const STEP = 1024;
/** Answers that become readable in one transaction: five items each, of at most 100. */
const TOGETHER = 12;
const ATTEMPTS = 5;

const content = z.object({
  version: z.int(),
  lines: z.array(
    z.object({
      key: z.string(),
      type: z.enum(["one", "several", "text", "number", "date", "scale"]),
      value: z.string(),
    }),
  ),
});
export type BoxContent = { readonly version: number; readonly lines: readonly AnswerLine[] };

/**
 * Puts an answer of a secret survey into the box (票箱). What protects it (答卷保密):
 *
 * - The transaction that uses a door's code writes the answer only as a sealed text, under a name of pure chance and
 *   padded. Whoever has the table, its stream or a backup, but not the installation's key, cannot read it.
 * - Readable answers are made later and by others, at least five at once, of chance order, with ids of chance, one
 *   day and one instant for all of them; the sealed ones are deleted with it. Some stay in the box while the survey is
 *   open, so that neither time nor order nor the difference between two looks at doors and results joins the two.
 * - A door keeps that it was used, without a time. A receipt stands for the survey, not for an answer.
 *
 * Who holds the installation's key and copies the box before it is emptied could read it: the key never leaves the
 * functions.
 */
export async function boxItems(deps: Deps, survey: Survey, given: BoxContent): Promise<PlannedItem[]> {
  const name = chanceName();
  const text = Buffer.from(JSON.stringify(given), "utf8");
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / STEP) * STEP, " ");
  text.copy(padded);
  const box = await sealOf(deps, survey.community, boxContext(survey.id, name), padded);
  const TableName = deps.tables.records;
  const refusal = () => new Refusal("busy");
  return [
    { item: { Put: { TableName, Item: { ...boxKey(survey.id, name), box } } }, refusal },
    { item: { Put: { TableName, Item: boxGuardKey(survey.community, survey.id, name) } }, refusal },
  ];
}

/**
 * Makes sealed answers readable as far as they may be, and says how many still wait. Done by whoever looks at the
 * results, so that those who answer never wait for each other; two at once or an interruption leave each answer once.
 */
export async function emptyBox(deps: Deps, survey: Survey, isOpen: boolean): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const waiting = await boxed(deps, survey.id);
    const ready = waiting.slice(0, releasable(waiting.length, isOpen));
    try {
      let start = 0;
      for (const size of groupsOf(ready.length, TOGETHER)) {
        await release(deps, survey, ready.slice(start, start + size));
        start += size;
      }
      return waiting.length - ready.length;
    } catch (error) {
      // Somebody else empties it too: what is left is looked at again.
      if (!(error instanceof Refusal && error.code === "stale") || attempt === ATTEMPTS) throw error;
    }
  }
}

type Boxed = { readonly name: string; readonly box: string };

/** The sealed answers in the order of their names, which is the order of chance. */
async function boxed(deps: Deps, survey: string): Promise<Boxed[]> {
  const range = { pk: surveyPartition(survey), from: BOXES, to: `${BOXES}~` };
  const found: Boxed[] = [];
  for await (const { sk, box } of itemsBetween(deps, range)) {
    found.push({ name: String(sk).slice(BOXES.length), box: String(box) });
  }
  return found;
}

async function release(deps: Deps, survey: Survey, some: readonly Boxed[]): Promise<void> {
  const TableName = deps.tables.records;
  const gone = some.flatMap(({ name }): PlannedItem[] => [
    {
      item: {
        Delete: { TableName, Key: boxKey(survey.id, name), ConditionExpression: "attribute_exists(pk)" },
      },
      refusal: () => new Refusal("stale"),
    },
    {
      item: { Delete: { TableName, Key: boxGuardKey(survey.community, survey.id, name) } },
      refusal: () => new Refusal("stale"),
    },
  ]);
  const opened = await Promise.all(some.map((one) => open(deps, survey, one)));
  // Ids first and in their own order: nothing of the new records follows the order of the old items.
  const ids = some.map(() => answerId(survey.id)).sort();
  const shuffled = shuffle(opened);
  // One clock for all of them.
  const at = deps.now();
  const still: Deps = { ...deps, now: () => at };
  const plans = await Promise.all(
    ids.map((id, index) => plannedAnswer(still, survey, { id, ...required(shuffled[index]) })),
  );
  const [first, ...others] = plans;
  if (!first) return;
  await commit(deps, [{ ...first, items: [...gone, ...first.items] }, ...others]);
}

async function open(deps: Deps, survey: Survey, { name, box }: Boxed): Promise<BoxContent> {
  const bytes = await unsealOf(deps, survey.community, boxContext(survey.id, name), box);
  return content.parse(JSON.parse(bytes.toString("utf8")));
}

const boxContext = (survey: string, name: string) => `survey-box/${survey}/${name}`;

/** By names of chance, which is the chance we have. */
function shuffle<T>(all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, place: chanceName() }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("As many answers as ids");
  return value;
}
