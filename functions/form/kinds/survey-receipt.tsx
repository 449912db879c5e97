/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { surveyFormWords } from "../../../shared/words/survey-form.ts";
import type { Deps } from "../../http/deps.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import { formOf } from "../../sign-ups/form-item.ts";
import type { ReceiptTarget } from "../../sign-ups/receipts.ts";
import { findSurvey } from "../../surveys/survey.ts";
import { Page } from "../pages/Page.tsx";
import { PhoneLink } from "../pages/PhoneLink.tsx";
import { pageAnswer, viewOf } from "../pages/view.ts";

type Target = Extract<ReceiptTarget, { kind: "survey" }>;

/** The receipt of an answer (回执): that it arrived. It shows no answer, because it leads to none. */
export async function surveyReceipt(deps: Deps, c: Context, { community, record }: Target): Promise<Response> {
  const view = viewOf(c);
  const [survey, form] = await Promise.all([
    findSurvey(deps, community, record),
    formOf(deps, community, "survey", record),
  ]);
  const words = surveyFormWords[view.language].receipt;
  const phone = form?.committee.phone;
  const page = (
    <Page
      view={view}
      title={words.title}
      head={form && committeeName(form, view.language)}
      foot={phone ? <PhoneLink phone={phone} /> : null}
      state="ok"
    >
      <section class="card">
        <h1>{words.title}</h1>
        {survey ? <p>{survey.titles[view.language]}</p> : null}
        <p class="state">{words.text}</p>
        <p class="hint">{words.nobody}</p>
      </section>
    </Page>
  );
  return pageAnswer(c, page);
}
