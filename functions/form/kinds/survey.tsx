/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { type FieldProblem, Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { readAnswers } from "../../../shared/rules/survey/read-answers.ts";
import { surveyWindow } from "../../../shared/rules/survey/window.ts";
import { minuteInWords } from "../../../shared/words/dates.ts";
import { formWords } from "../../../shared/words/form.ts";
import { fieldSentence } from "../../../shared/words/problems.ts";
import { surveyFormWords } from "../../../shared/words/survey-form.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { sourceAddress } from "../../http/origin.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { acceptAnswer, answeredBefore, receiptOfPage, type Sheet } from "../../surveys/accept.ts";
import { doorOf } from "../../surveys/household-codes.ts";
import { findSurvey, type Survey, surveyAt } from "../../surveys/survey.ts";
import { makePageToken, pageAge, readPageToken } from "../page-token.ts";
import { MessagePage } from "../pages/MessagePage.tsx";
import { SurveyPage } from "../pages/SurveyPage.tsx";
import { pageAnswer, type View, viewOf } from "../pages/view.ts";
import { type FormKind, withinSubmissions } from "./kind.ts";

/** Sixty long texts, as a browser encodes Chinese, are no survey any more. */
const BODY_MAX = 256 * 1024;

/** The form of a survey (问卷): its questions as they are now; its answers by the questions that the page showed. */
export const surveyForm: FormKind = {
  show: async (deps, c, form) => {
    const view = viewOf(c);
    const survey = await requireSurvey(deps, form);
    return closedPage(c, view, form, survey, deps.now()) ?? surveyPage(deps, c, view, form, survey);
  },
  take: async (deps, c, form) => {
    const view = viewOf(c);
    const [current] = await Promise.all([requireSurvey(deps, form), withinSubmissions(deps, c, form)]);
    const entered = await readForm(c, BODY_MAX);
    const sent = await readPage(deps, form, current, entered);
    const words = formWords[view.language].problems;
    const again = (wrong: Readonly<Record<string, string>>, survey = current, token?: string) =>
      surveyPage(deps, c, view, form, survey, { entered, wrong, token });
    const closed = closedPage(c, view, form, current, deps.now());
    if (closed) return (sent && (await sentBefore(deps, c, view, sent, entered))) ?? closed;
    if (!sent || sent.age === "too-old") return again({ page: words.tooOld });
    const { survey, token } = sent;
    if (sent.age === "too-quick") return again({ page: words.tooQuick }, survey, token);
    if (entered.get("website")) return again({ page: words.again });
    try {
      const sheet = await sheetOf(deps, c, sent, entered);
      return received(c, view, await acceptAnswer(deps, sheet));
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
      // A page is sent once: what comes after it needs a page of its own.
      const isSpent = error.fields.some(({ code }) => code === "page-sent");
      return again(wrongs(error.fields, view), survey, isSpent ? undefined : token);
    }
  },
};

type SentPage = {
  readonly survey: Survey;
  readonly token: string;
  readonly nonce: string;
  readonly age: "too-quick" | "too-old" | "fine";
};

/** The page that came back, with the survey as it showed it; nothing when it is none of ours. */
async function readPage(
  deps: Deps,
  form: Form,
  current: Survey,
  entered: URLSearchParams,
): Promise<SentPage | undefined> {
  const version = /^\d{1,9}$/.test(entered.get("version") ?? "") ? Number(entered.get("version")) : 0;
  const token = entered.get("token") ?? "";
  const page = await readPageToken(deps, subjectOf(form, version), token);
  if (!page) return undefined;
  const survey = await surveyAt(deps, current, version);
  return { survey, token, nonce: page.nonce, age: pageAge(page, deps.now()) };
}

/** A page's token holds for its form and for the questions it showed. */
const subjectOf = ({ code }: Form, version: number) => `${code}/${version}`;

/** What the page says, or a refusal with everything that is wrong about it. */
async function sheetOf(deps: Deps, c: Context, { survey, nonce }: SentPage, entered: URLSearchParams): Promise<Sheet> {
  const today = dayOf(deps.now());
  const { lines, problems } = readAnswers(survey.questions, (key) => entered.getAll(key), today);
  const wrong: FieldProblem[] = [...problems];
  const isNamed = survey.onePer === "household" && !survey.anonymous;
  if (isNamed && !entered.get("consent")) wrong.push({ path: "consent", code: "survey-consent" });
  if (survey.onePer !== "household") {
    if (wrong.length > 0) throw new Refusal("invalid-fields", wrong);
    return { nonce, survey, lines };
  }
  const written = entered.get("householdCode") ?? "";
  const door = await doorOf(deps, survey, written, sourceAddress(c)).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
    wrong.unshift(...error.fields);
    return undefined;
  });
  if (!door || wrong.length > 0) throw new Refusal("invalid-fields", wrong);
  return { nonce, survey, lines, door };
}

/** Sent again after closing, perhaps because the answer was lost: it stays what it was. */
async function sentBefore(deps: Deps, c: Context, view: View, sent: SentPage, entered: URLSearchParams) {
  try {
    const sheet = await sheetOf(deps, c, sent, entered);
    const receipt = await answeredBefore(deps, sheet, await receiptOfPage(deps, sent.survey, sent.nonce));
    return receipt === undefined ? undefined : received(c, view, receipt);
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid-fields") return undefined;
    throw error;
  }
}

function received(c: Context, view: View, receipt: string): Response {
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "no-referrer");
  return c.redirect(`/r/${receipt}${view.query}`, 303);
}

async function requireSurvey(deps: Deps, form: Form): Promise<Survey> {
  const survey = await findSurvey(deps, form.community, form.record);
  if (!survey) throw new Refusal("not-found");
  return survey;
}

/** The page of a survey that takes nothing now, in words (410); nothing when it does. */
function closedPage(c: Context, view: View, form: Form, survey: Survey, now: number): Response | undefined {
  const window = surveyWindow(survey, now);
  if (form.state === "open" && window === "open") return undefined;
  const words = surveyFormWords[view.language];
  const message =
    form.state === "open" && window === "before"
      ? { title: words.before.title, text: words.before.text(minuteInWords(survey.opens ?? "", view.language)) }
      : words.closed;
  const about = { head: committeeName(form, view.language), phone: form.committee.phone };
  return pageAnswer(
    c,
    <MessagePage view={view} {...message} {...about}>
      <p>{survey.titles[view.language]}</p>
    </MessagePage>,
    410,
  );
}

type Shown = {
  readonly entered?: URLSearchParams;
  readonly wrong?: Readonly<Record<string, string>>;
  /** The page that was sent stays the same page; without it this is a new one. */
  readonly token?: string | undefined;
};

async function surveyPage(
  deps: Deps,
  c: Context,
  view: View,
  form: Form,
  survey: Survey,
  { entered, wrong, token }: Shown = {},
): Promise<Response> {
  const page = (
    <SurveyPage
      view={view}
      survey={survey}
      form={form}
      token={token ?? (await makePageToken(deps, subjectOf(form, survey.version)))}
      {...(entered && { entered })}
      {...(wrong && { wrong })}
    />
  );
  return pageAnswer(c, page, wrong ? 422 : 200);
}

function wrongs(problems: readonly FieldProblem[], view: View): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ path, code, params }) => [path || "page", fieldSentence(code, view.language, params)]),
  );
}
