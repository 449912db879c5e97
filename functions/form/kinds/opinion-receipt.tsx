/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { satisfaction } from "../../../shared/codes/case.ts";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { cases } from "../../../shared/registers/case.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { residentActor } from "../../../shared/words/flows.ts";
import { opinionWords } from "../../../shared/words/opinion.ts";
import { residentRights, StatePassed } from "../../flows/move.ts";
import { moveRecord } from "../../flows/move-record.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import { findForm } from "../../sign-ups/form-item.ts";
import { type ReceiptTarget, shortCodeOf } from "../../sign-ups/receipts.ts";
import { getRecord, type StoredRecord } from "../../store/records.ts";
import { OpinionReceiptPage } from "../pages/OpinionReceiptPage.tsx";
import { pageAnswer, viewOf } from "../pages/view.ts";

type Target = Extract<ReceiptTarget, { kind: "opinion" }>;

const BODY_MAX = 4 * 1024;

/** The receipt of an opinion (回执). */
export async function opinionReceipt(deps: Deps, c: Context, target: Target): Promise<Response> {
  return pageAnswer(c, await receiptPage(deps, c, target, await requiredCase(deps, target)));
}

/** Takes the rating of an answer (评价): once. The same one sent again is the same; another is refused. */
export async function rateByReceipt(deps: Deps, c: Context, target: Target): Promise<Response> {
  const view = viewOf(c);
  const words = opinionWords[view.language].receipt;
  const entered = await readForm(c, BODY_MAX);
  if (entered.get("action") !== "rate") throw new Refusal("unreadable");
  const satisfied = entered.get("satisfied") ?? "";
  const current = await requiredCase(deps, target);
  const again = async (wrong: string, record: StoredRecord) =>
    pageAnswer(c, await receiptPage(deps, c, target, record, wrong), 422);
  if (!Object.hasOwn(satisfaction.codes, satisfied)) return again(words.pickOne, current);
  try {
    const request = { ...target, move: "rate", given: { satisfied }, rights: residentRights };
    await moveRecord(deps, cases, request, { actor: residentActor, action: "move" });
  } catch (error) {
    if (!(error instanceof StatePassed)) throw error;
    const isSame = error.current.values.satisfied === satisfied;
    if (!isSame) return again(words.ratedBefore, error.current);
  }
  return c.redirect(c.req.path + view.query, 303);
}

async function requiredCase(deps: Deps, { community, id }: Target): Promise<StoredRecord> {
  const record = await getRecord(deps, cases.name, community, id);
  if (!record) throw new Refusal("not-found");
  return record;
}

async function receiptPage(deps: Deps, c: Context, target: Target, record: StoredRecord, wrong?: string) {
  const view = viewOf(c);
  const form = await findForm(deps, target.form);
  const { parties } = record.values;
  const [first] = Array.isArray(parties) ? parties : [];
  const hasPhone = typeof first === "object" && first !== null && "phone" in first && Boolean(first.phone);
  return (
    <OpinionReceiptPage
      view={view}
      record={record}
      today={dayOf(deps.now())}
      committee={form && committeeName(form, view.language)}
      phone={form?.committee.phone}
      code={hasPhone ? await shortCodeOf(deps, record.community, record.id) : undefined}
      {...(wrong !== undefined && { wrong })}
    />
  );
}
