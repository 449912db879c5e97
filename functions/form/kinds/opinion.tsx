/** @jsxImportSource hono/jsx */
import { type FieldProblem, Refusal } from "../../../shared/contract/refusal.ts";
import { cases } from "../../../shared/registers/case.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { Field, Value } from "../../../shared/schema/field.ts";
import { readValue } from "../../../shared/schema/value.ts";
import { formWords } from "../../../shared/words/form.ts";
import { OPINION_NOTICE_VERSION, opinionWords } from "../../../shared/words/opinion.ts";
import { fieldSentence } from "../../../shared/words/problems.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { opinionId, sendOpinion } from "../../opinions/send-opinion.ts";
import { readRules } from "../../rules/read-rules.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { ticketToken } from "../../sign-ups/receipts.ts";
import { getRecord } from "../../store/records.ts";
import { makePageToken, pageAge, readPageToken } from "../page-token.ts";
import { MessagePage } from "../pages/MessagePage.tsx";
import { OpinionPage } from "../pages/OpinionPage.tsx";
import { pageAnswer, type View, viewOf } from "../pages/view.ts";
import { type FormKind, toReceipt, withinSubmissions } from "./kind.ts";

/** Ten thousand characters, as a browser encodes Chinese, are too many, but are told so in words. */
const BODY_MAX = 128 * 1024;

/** The types a resident may choose; a quarrel between neighbours begins at the desk, where both are heard. */
export const OPINION_TYPES = ["opinion", "supervision", "report", "help", "consult"] as const;

/** The opinion box of a community (意见箱): open as long as the committee keeps it open, about no event. */
export const opinionForm: FormKind = {
  show: async (deps, c, form) => {
    const view = viewOf(c);
    if (form.state === "closed") return pageAnswer(c, closedPage(view, form), 410);
    return pageAnswer(c, await opinionPage(deps, view, form, { token: await makePageToken(deps, form.code) }));
  },
  take: async (deps, c, form) => {
    const view = viewOf(c);
    await withinSubmissions(deps, c, form);
    const entered = await readForm(c, BODY_MAX);
    const sent = readOpinion(entered, dayOf(deps.now()));
    const pageText = entered.get("token") ?? "";
    const page = await readPageToken(deps, form.code, pageText);
    const ticket =
      page && (await ticketToken(deps, form.community, ["opinion", form.code, page.nonce, sent.given, sent.contact]));
    const before = page && ticket && { nonce: page.nonce, ticket };
    if (form.state === "closed") {
      // Sent again, perhaps because the answer was lost: it stays what it was.
      const id = before ? opinionId(before) : "";
      const isThere = id !== "" && (await getRecord(deps, cases.name, form.community, id));
      return isThere ? toReceipt(deps, c, view, form, id) : pageAnswer(c, closedPage(view, form), 410);
    }
    const words = formWords[view.language].problems;
    const again = async (wrong: Readonly<Record<string, string>>, isFresh: boolean) => {
      const token = isFresh ? await makePageToken(deps, form.code) : pageText;
      return pageAnswer(c, await opinionPage(deps, view, form, { token, entered, wrong }), 422);
    };
    const age = page ? pageAge(page, deps.now()) : "too-old";
    if (!before || age === "too-old") return again({ page: words.tooOld }, true);
    if (age === "too-quick") return again({ page: words.tooQuick }, false);
    if (entered.get("website")) return again({ page: words.again }, true);
    if (sent.problems.length > 0) return again(wrongs(sent.problems, view), false);
    try {
      const consent = { version: OPINION_NOTICE_VERSION, language: view.language };
      const opinion = {
        community: form.community,
        form: form.code,
        ...before,
        given: sent.given,
        ...sent.contact,
        consent,
      };
      return toReceipt(deps, c, view, form, await sendOpinion(deps, opinion));
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
      return again(wrongs(error.fields, view), false);
    }
  },
};

type Sent = {
  readonly given: Readonly<Record<string, Value>>;
  readonly contact: { readonly name?: string; readonly phone?: string };
  readonly problems: readonly FieldProblem[];
};

/** What a resident wrote, and everything wrong with it. */
function readOpinion(entered: URLSearchParams, today: string): Sent {
  const problems: FieldProblem[] = [];
  const { type, cause, place, parties } = cases.fields;
  const inner = parties?.kind === "rows" ? parties.fields : {};
  const read = (key: string, field: Field | undefined, isRequired = false): Value => {
    if (!field) throw new Error(`A case has no column ${key}`);
    const checked = readValue(entered.get(key) ?? "", field, { today });
    if (checked.problem !== undefined) {
      problems.push({ path: key, code: checked.problem, ...(checked.params && { params: checked.params }) });
      return null;
    }
    if (checked.value === null && isRequired) problems.push({ path: key, code: "required" });
    return checked.value;
  };
  const said = { type: read("type", type, true), cause: read("cause", cause, true), place: read("place", place) };
  if (said.type !== null && !OPINION_TYPES.some((one) => one === said.type)) {
    problems.push({ path: "type", code: "not-in-list" });
  }
  const [name, phone] = [read("name", inner.name), read("phone", inner.phone)];
  if (!entered.get("consent")) problems.push({ path: "consent", code: "consent" });
  return {
    given: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    contact: { ...(typeof name === "string" && { name }), ...(typeof phone === "string" && { phone }) },
    problems,
  };
}

function closedPage(view: View, form: Form) {
  const words = opinionWords[view.language];
  const about = { head: committeeName(form, view.language), phone: form.committee.phone };
  return <MessagePage view={view} title={words.closed} text={words.closedText} {...about} />;
}

type Shown = {
  readonly token: string;
  readonly entered?: URLSearchParams;
  readonly wrong?: Readonly<Record<string, string>>;
};

async function opinionPage(deps: Deps, view: View, form: Form, shown: Shown) {
  const rules = await readRules(deps, form.community);
  const days = rules.number("cases.answerDays", dayOf(deps.now())).value;
  return <OpinionPage view={view} form={form} types={OPINION_TYPES} days={days} {...shown} />;
}

function wrongs(problems: readonly FieldProblem[], view: View): Record<string, string> {
  const sentence = ({ code, params }: FieldProblem) =>
    code === "consent" ? opinionWords[view.language].consentMissing : fieldSentence(code, view.language, params);
  return Object.fromEntries(problems.map((problem) => [problem.path || "page", sentence(problem)]));
}
