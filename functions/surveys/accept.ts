import { createHmac } from "node:crypto";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { AnswerLine } from "../../shared/rules/survey/read-answers.ts";
import type { Deps } from "../http/deps.ts";
import { communityKey } from "../keys/community-keys.ts";
import { receiptItem, receiptOf, receiptTarget } from "../sign-ups/receipts.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import { plannedAnswer } from "./answer-record.ts";
import { boxItems } from "./box.ts";
import { type Door, usedDoor } from "./household-codes.ts";
import { answerId } from "./keys.ts";
import { isSecret, type Survey } from "./survey.ts";

export type Sheet = {
  /** The number of the page, known to the page alone: it makes its answer one, and is kept nowhere. */
  readonly nonce: string;
  /** The survey as the page showed it. */
  readonly survey: Survey;
  readonly lines: readonly AnswerLine[];
  readonly door?: Door | undefined;
};

/** Takes an answer sheet (收答卷), once for each page, and once for each door; gives its receipt. */
export async function acceptAnswer(deps: Deps, sheet: Sheet): Promise<string> {
  const receipt = await receiptOfPage(deps, sheet.survey, sheet.nonce);
  const before = await answeredBefore(deps, sheet, receipt);
  if (before) return before;
  try {
    await transact(deps, [await receiptItems(deps, sheet, receipt), ...(await answerItems(deps, sheet))]);
  } catch (error) {
    // The same page was sent twice at once, and the other one was quicker.
    const twin = error instanceof Refusal ? await answeredBefore(deps, sheet, receipt) : undefined;
    if (!twin) throw error;
    return twin;
  }
  return receipt;
}

/** The receipt of a page that was sent before; refused when it was sent with other answers. */
export async function answeredBefore(deps: Deps, sheet: Sheet, receipt: string): Promise<string | undefined> {
  const target = await receiptTarget(deps, receipt);
  if (!target) return undefined;
  if (target.kind !== "survey" || target.body !== (await bodyOf(deps, sheet))) {
    throw invalid({ path: "", code: "page-sent" });
  }
  return receipt;
}

/** The receipt that a page's answer gets or got: worked out from the page's number, which no item holds. */
export function receiptOfPage(deps: Deps, { community, id }: Survey, nonce: string): Promise<string> {
  return receiptOf(deps, community, `survey\n${id}\n${nonce}`);
}

/** The receipt stands for the survey, not for the answer: who finds one learns that somebody answered. */
async function receiptItems(deps: Deps, sheet: Sheet, receipt: string): Promise<PlannedItem> {
  const { community, id } = sheet.survey;
  const Item = { ...receiptItem(receipt), kind: "survey", community, record: id, body: await bodyOf(deps, sheet) };
  return {
    item: {
      Put: { TableName: deps.tables.records, Item, ConditionExpression: "attribute_not_exists(pk)" },
    },
    refusal: () => new Refusal("busy"),
  };
}

async function answerItems(deps: Deps, { survey, lines, door }: Sheet): Promise<PlannedItem[]> {
  const { version } = survey;
  const used = door ? [usedDoor(deps, survey.id, door)] : [];
  if (isSecret(survey)) return [...used, ...(await boxItems(deps, survey, { version, lines }))];
  const answer = { id: answerId(survey.id), version, lines, dwelling: door?.dwelling };
  const { items } = await plannedAnswer(deps, survey, answer);
  return [...used, ...items];
}

/** What a page sent, so that the same is known again; the page's number keeps it from being guessed. */
async function bodyOf(deps: Deps, { nonce, lines, door, survey }: Sheet): Promise<string> {
  return createHmac("sha256", await communityKey(deps, survey.community, "receipt"))
    .update(`survey-body\n${nonce}\n${JSON.stringify([lines, door?.dwelling ?? ""])}`)
    .digest("base64url");
}
