/** @jsxImportSource hono/jsx */
import { answers } from "../../../shared/registers/answer.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { formWords } from "../../../shared/words/form.ts";
import { surveyFormWords } from "../../../shared/words/survey-form.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { isSecret, type Survey } from "../../surveys/survey.ts";

type Props = { readonly language: Language; readonly survey: Survey; readonly form: Form };

/** What people are told before they answer (告知, PIPL 17): who asks, why, whether by name, how long, their rights. */
export function SurveyNotice({ language, survey, form }: Props) {
  const { notice } = surveyFormWords[language];
  const { who, contact } = formWords[language].notice;
  const { phone, address } = form.committee;
  const isNamed = survey.onePer === "household" && !survey.anonymous;
  const rows = [
    [who, contact(committeeName(form, language), phone, address)],
    [notice.why, survey.purposes[language] || survey.titles[language]],
    [notice.how, isNamed ? notice.named : isSecret(survey) ? notice.secret : notice.nobody],
    [notice.howLong, survey.closes ? notice.keptFor(answers.retention?.days ?? 0) : notice.keptOpen],
    [notice.rights, isNamed ? notice.ask(phone) : notice.free],
  ];
  return (
    <section class="card notice">
      <h2>{notice.title}</h2>
      <dl>
        {rows.map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
