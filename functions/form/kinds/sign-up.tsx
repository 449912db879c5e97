/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { type FieldProblem, Refusal } from "../../../shared/contract/refusal.ts";
import { occupancy } from "../../../shared/rules/placing.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { type FormWords, formActor, formWords, NOTICE_VERSION } from "../../../shared/words/form.ts";
import { fieldSentence } from "../../../shared/words/problems.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { type CommunityEvent, requireEvent } from "../../sign-ups/community-event.ts";
import { closingInWords, committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { signUpId } from "../../sign-ups/keys.ts";
import { lineOf, readLine } from "../../sign-ups/line.ts";
import { ticketToken } from "../../sign-ups/receipts.ts";
import { eventProblems, signUp } from "../../sign-ups/sign-up.ts";
import { getRecord } from "../../store/records.ts";
import { makePageToken, pageAge, readPageToken } from "../page-token.ts";
import { MessagePage } from "../pages/MessagePage.tsx";
import { SignUpPage } from "../pages/SignUpPage.tsx";
import { pageAnswer, type View, viewOf } from "../pages/view.ts";
import { questionsOf, readSubmission } from "../submission.ts";
import { type FormKind, toReceipt, withinSubmissions } from "./kind.ts";

/** A whole sign-up is less than two kilobytes. */
const BODY_MAX = 16 * 1024;

/** The sign-up form of an event (报名表). */
export const signUpForm: FormKind = {
  show: async (deps, c, form) => {
    const view = viewOf(c);
    const event = await eventOf(deps, form);
    const closed = closedPage(c, view, form, event, deps.now());
    if (closed) return closed;
    return signUpPage(deps, c, view, form, event, { token: await makePageToken(deps, form.code) });
  },
  take: async (deps, c, form) => {
    const view = viewOf(c);
    const [event] = await Promise.all([eventOf(deps, form), withinSubmissions(deps, c, form)]);
    const entered = await readForm(c, BODY_MAX);
    const register = registerNamed("sign-ups");
    if (!register) throw new Error("There is no list of sign-ups");
    const { given, problems } = readSubmission(register, event, entered, deps.now());
    const pageText = entered.get("token") ?? "";
    const page = await readPageToken(deps, form.code, pageText);
    const token =
      page && (await ticketToken(deps, form.community, ["form", form.code, page.nonce, given, consentOf(entered)]));
    const closed = closedPage(c, view, form, event, deps.now());
    if (closed) {
      // Sent again, perhaps because the answer was lost: it stays what it was, also after closing.
      const before = token && (await getRecord(deps, register.name, form.community, signUpId(event.id, token)));
      return before ? toReceipt(deps, c, view, form, before.id) : closed;
    }
    const words = formWords[view.language];
    const again = async (wrong: Readonly<Record<string, string>>, isFresh: boolean) =>
      signUpPage(deps, c, view, form, event, {
        token: isFresh ? await makePageToken(deps, form.code) : pageText,
        entered,
        wrong,
      });
    const age = page ? pageAge(page, deps.now()) : "too-old";
    if (!page || !token || age === "too-old") return again({ page: words.problems.tooOld }, true);
    if (age === "too-quick") return again({ page: words.problems.tooQuick }, false);
    if (entered.get("website")) return again({ page: words.problems.again }, true);
    if (problems.length > 0) return again(wrongs(problems, view), false);
    try {
      const context = { actor: formActor, action: "sign-up" } as const;
      const values = { ...given, channel: "qr" };
      const consent = { version: NOTICE_VERSION, language: view.language, ...consentOf(entered) };
      const record = await signUp(deps, { register, event, token, given: values, context, consent });
      return toReceipt(deps, c, view, form, record.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "conflict") return again({ page: words.problems.again }, true);
      if (error.code !== "invalid-fields") throw error;
      // The closing moment may have passed while this was looked at.
      return closedPage(c, view, form, event, deps.now()) ?? again(wrongs(error.fields, view), false);
    }
  },
};

const eventOf = (deps: Deps, form: Form) => requireEvent(deps, form.community, form.record);

/** The page of a form that takes nothing now, in words (410); nothing when it does. */
function closedPage(c: Context, view: View, form: Form, event: CommunityEvent, now: number): Response | undefined {
  const [problem] = eventProblems(event, now);
  if (form.state === "open" && !problem) return undefined;
  const words = formWords[view.language];
  const byHand =
    problem?.code === "closed" ? words.closed.text(closingInWords(event, view.language)) : words.closed.ended;
  const message =
    problem?.code === "event-cancelled"
      ? { title: words.cancelledEvent, text: event.title }
      : { title: words.closed.title, text: byHand };
  const about = { head: committeeName(form, view.language), phone: form.committee.phone };
  return pageAnswer(
    c,
    <MessagePage view={view} {...message} {...about}>
      {message.text === event.title ? null : <p>{event.title}</p>}
    </MessagePage>,
    410,
  );
}

type Shown = {
  readonly token: string;
  readonly entered?: URLSearchParams;
  readonly wrong?: Readonly<Record<string, string>>;
};

async function signUpPage(
  deps: Deps,
  c: Context,
  view: View,
  form: Form,
  event: CommunityEvent,
  shown: Shown,
): Promise<Response> {
  const places = occupancy(lineOf(await readLine(deps, event.id)), event.capacity);
  const questions = questionsOf(event);
  const page = <SignUpPage view={view} event={event} form={form} questions={questions} places={places} {...shown} />;
  return pageAnswer(c, page, shown.wrong ? 422 : 200);
}

function wrongs(problems: readonly FieldProblem[], view: View): Record<string, string> {
  const words = formWords[view.language].problems;
  return Object.fromEntries(problems.map((problem) => [problem.path || "page", wrongInWords(problem, words, view)]));
}

function wrongInWords({ code, params }: FieldProblem, words: FormWords["problems"], view: View): string {
  if (code === "consent") return words.consent;
  if (code === "health-consent") return words.healthConsent;
  return fieldSentence(code, view.language, params);
}

function consentOf(entered: URLSearchParams): Record<string, string> {
  return entered.get("healthConsent") ? { health: "yes" } : {};
}
