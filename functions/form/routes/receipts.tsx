/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { instantOf } from "../../../shared/rules/calendar.ts";
import { placing } from "../../../shared/rules/placing.ts";
import { readShortCode } from "../../../shared/rules/short-code.ts";
import { halfWidth } from "../../../shared/rules/written-date.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { receiptActor } from "../../../shared/words/form.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { sourceAddress } from "../../http/origin.ts";
import { cancelByReceipt } from "../../sign-ups/cancel.ts";
import { type CommunityEvent, requireEvent } from "../../sign-ups/community-event.ts";
import { committeeName, eventFacts } from "../../sign-ups/event-facts.ts";
import { formOf } from "../../sign-ups/form-item.ts";
import { tokenOf } from "../../sign-ups/keys.ts";
import { lineOf, readLine } from "../../sign-ups/line.ts";
import { withinRate } from "../../sign-ups/rate.ts";
import {
  lastFour,
  type ReceiptTarget,
  receiptByCode,
  receiptTarget,
  type SignUpReceipt,
  shortCodeOf,
} from "../../sign-ups/receipts.ts";
import { partyOf, settle } from "../../sign-ups/settle.ts";
import { getRecord, type StoredRecord } from "../../store/records.ts";
import { opinionReceipt, rateByReceipt } from "../kinds/opinion-receipt.tsx";
import { surveyReceipt } from "../kinds/survey-receipt.tsx";
import { FindPage } from "../pages/FindPage.tsx";
import { ReceiptPage } from "../pages/ReceiptPage.tsx";
import { pageAnswer, type View, viewOf } from "../pages/view.ts";

const BODY_MAX = 4 * 1024;
/** Nobody mistypes a receipt so often; whoever tries out the last four digits needs thousands of attempts. */
const LOOK_UPS = { max: 30, spanMs: 60_000 };
const LOOK_UPS_OF_ONE = { max: 10, spanMs: 3_600_000 };

/** Receipts of sign-ups: /r/{receipt}, and looking one up by its printed code: /r/find. */
export const receiptRoutes = (deps: Deps) =>
  new Hono()
    .get("/", (c) => pageAnswer(c, <FindPage view={viewOf(c)} />))
    .get("/find", (c) => pageAnswer(c, <FindPage view={viewOf(c)} />))
    .post("/", (c) => find(deps, c))
    .post("/find", (c) => find(deps, c))
    .get("/:receipt", async (c) => {
      const target = await requested(deps, c);
      if (target.kind === "survey") return surveyReceipt(deps, c, target);
      if (target.kind === "opinion") return opinionReceipt(deps, c, target);
      return receiptPage(deps, c, viewOf(c), target);
    })
    .post("/:receipt", async (c) => {
      const target = await requested(deps, c);
      // An answer is nobody's, so nobody can take it back.
      if (target.kind === "survey") throw new Refusal("not-allowed-method");
      if (target.kind === "opinion") return rateByReceipt(deps, c, target);
      const entered = await readForm(c, BODY_MAX);
      if (entered.get("action") !== "cancel") throw new Refusal("unreadable");
      const event = await requireEvent(deps, target.community, target.event);
      const register = registerNamed("sign-ups");
      if (!register) throw new Error("There is no list of sign-ups");
      // Afterwards it is for the committee to say who came.
      if (hasBegun(event, deps.now())) throw new Refusal("gone");
      await cancelByReceipt(deps, register, target, { actor: receiptActor, action: "end" });
      return c.redirect(c.req.path + viewOf(c).query, 303);
    });

async function requested(deps: Deps, c: Context): Promise<ReceiptTarget> {
  const target = await receiptTarget(deps, (c.req.param("receipt") ?? "").toLowerCase());
  if (!target) throw new Refusal("not-found");
  return target;
}

async function find(deps: Deps, c: Context): Promise<Response> {
  const view = viewOf(c);
  const entered = await readForm(c, BODY_MAX);
  await withinRate(deps, ["look-up", sourceAddress(c)], LOOK_UPS);
  const code = readShortCode(entered.get("code") ?? "");
  const lastDigits = halfWidth(entered.get("last") ?? "").trim();
  if (code !== undefined) await withinRate(deps, ["look-up-of", code], LOOK_UPS_OF_ONE);
  const receipt =
    code !== undefined && /^\d{4}$/.test(lastDigits) ? await receiptByCode(deps, code, lastDigits) : undefined;
  if (receipt === undefined) return pageAnswer(c, <FindPage view={view} entered={entered} notFound />, 422);
  return c.redirect(`/r/${receipt}${view.query}`, 303);
}

async function receiptPage(deps: Deps, c: Context, view: View, target: SignUpReceipt): Promise<Response> {
  const record = await getRecord(deps, "sign-ups", target.community, target.id);
  if (!record) throw new Refusal("not-found");
  const { event, record: current, rank } = await standingOf(deps, target, record);
  const state = shownState(current);
  const form = await formOf(deps, target.community, "sign-up", target.event);
  const facts = form ? eventFacts(event, form, view.language) : [];
  const page = (
    <ReceiptPage
      view={view}
      event={event}
      facts={facts}
      committee={form ? committeeName(form, view.language) : ""}
      phone={form?.committee.phone}
      state={state}
      rank={rank}
      code={await shortCodeOf(deps, current.community, current.id)}
      persons={partyOf(current)}
      lastDigits={lastFour(String(current.values.phone))}
      canCancel={(current.values.state === "ok" || current.values.state === "waiting") && !hasBegun(event, deps.now())}
    />
  );
  return pageAnswer(c, page);
}

/** Those at the head of the line are next: when they look, everything is brought in order first. */
const NEXT = 3;

/**
 * How a sign-up stands now. Who waits by the record may have moved up by an interrupted cancellation: whoever looks
 * finishes it. Where the event was edited since people came, only all records together say who was promised what.
 */
async function standingOf(
  deps: Deps,
  { community, event: eventId }: SignUpReceipt,
  record: StoredRecord,
): Promise<{ event: CommunityEvent; record: StoredRecord; rank: number | undefined }> {
  const event = await requireEvent(deps, community, eventId);
  if (record.values.state !== "waiting") return { event, record, rank: undefined };
  const token = tokenOf(eventId, record.id);
  const line = lineOf(await readLine(deps, eventId));
  const mine = placing(line, event.capacity).get(token);
  const wasEdited = (line.tickets[0]?.at ?? 0) < event.changedAt;
  if (mine?.state === "waiting" && mine.rank > NEXT && !wasEdited) return { event, record, rank: mine.rank };
  const { placings, records } = await settle(deps, community, eventId);
  const now = placings.get(token);
  return { event, record: records.get(token) ?? record, rank: now?.state === "waiting" ? now.rank : undefined };
}

function shownState({ values }: StoredRecord): "ok" | "waiting" | "cancelled" {
  return values.state === "waiting" || values.state === "cancelled" ? values.state : "ok";
}

const hasBegun = (event: CommunityEvent, now: number) => now >= instantOf(event.gather);
