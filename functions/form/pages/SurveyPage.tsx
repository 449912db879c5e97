/** @jsxImportSource hono/jsx */
import { instantOf, minuteOf } from "../../../shared/rules/calendar.ts";
import { printedCode } from "../../../shared/rules/short-code.ts";
import { minuteInWords } from "../../../shared/words/dates.ts";
import { formWords, NOTICE_VERSION } from "../../../shared/words/form.ts";
import { surveyFormWords } from "../../../shared/words/survey-form.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import type { Survey } from "../../surveys/survey.ts";
import { Page } from "./Page.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import { Question, Tick } from "./Question.tsx";
import { SurveyNotice } from "./SurveyNotice.tsx";
import { SurveyQuestion } from "./SurveyQuestion.tsx";
import { sentFrom, type View } from "./view.ts";

export type SurveyPageProps = {
  readonly view: View;
  readonly survey: Survey;
  readonly form: Form;
  readonly token: string;
  readonly entered?: URLSearchParams;
  /** What is wrong, by question; `page` for what concerns none of them. */
  readonly wrong?: Readonly<Record<string, string>>;
};

/** The page of a survey (问卷页): what it is for, what becomes of the answers, and every question, one below the other. */
export function SurveyPage({ view, survey, form, token, entered, wrong = {} }: SurveyPageProps) {
  const { language } = view;
  const words = surveyFormWords[language];
  const title = survey.titles[language];
  const problems = Object.entries(wrong);
  const { phone } = form.committee;
  return (
    <Page
      view={view}
      title={problems.length > 0 ? `${formWords[language].problems.wrong}: ${title}` : title}
      head={committeeName(form, language)}
      foot={phone ? <PhoneLink phone={phone} /> : null}
      switches={problems.length === 0}
    >
      {problems.length > 0 ? <Problems view={view} survey={survey} problems={problems} /> : null}
      <section class="card">
        <h1>{title}</h1>
        <p class="state">
          {words.count(survey.questions.length)}
          {survey.closes ? (
            <>
              <br />
              {words.closes(lastMoment(survey.closes, language))}
            </>
          ) : null}
        </p>
      </section>
      <SurveyNotice language={language} survey={survey} form={form} />
      <Questions {...{ view, survey, form, token, wrong }} entered={entered ?? new URLSearchParams()} />
    </Page>
  );
}

/** The last second in which answers are taken. */
const lastMoment = (closes: string, language: View["language"]) =>
  `${minuteInWords(minuteOf(instantOf(closes) - 1), language)}:59`;

type ProblemsProps = {
  readonly view: View;
  readonly survey: Survey;
  readonly problems: readonly (readonly [name: string, text: string])[];
};

function Problems({ view: { language }, survey, problems }: ProblemsProps) {
  const said = surveyFormWords[language];
  const named = (name: string) => {
    const index = survey.questions.findIndex(({ key }) => key === name);
    if (index >= 0) return `${said.number(index + 1)}${survey.questions[index]?.text[language]}: `;
    return name === "householdCode" ? `${said.householdCode}: ` : "";
  };
  return (
    <section class="card problems" role="alert">
      <h2>{formWords[language].problems.title(problems.length)}</h2>
      <ul>
        {problems.map(([name, text]) => (
          <li key={name}>{name === "page" ? text : <a href={`#${name}`}>{named(name) + text}</a>}</li>
        ))}
      </ul>
    </section>
  );
}

type QuestionsProps = Required<Omit<SurveyPageProps, "form">>;

function Questions({ view, survey, token, entered, wrong }: QuestionsProps) {
  const { language } = view;
  const words = formWords[language];
  const said = surveyFormWords[language];
  const { questions } = survey;
  const isHousehold = survey.onePer === "household";
  const code = entered.get("householdCode") ?? (view.householdCode ? printedCode(view.householdCode) : "");
  return (
    <form class="card" method="post" action={sentFrom(view, token)}>
      <h2>{said.title}</h2>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={String(survey.version)} />
      <div class="off" aria-hidden="true">
        <label for="website">{words.form.leaveEmpty}</label>
        <input type="text" id="website" name="website" value="" tabindex={-1} autocomplete="off" />
      </div>
      {isHousehold ? (
        <Question
          name="householdCode"
          label={said.householdCode}
          hint={said.householdHint}
          words={words}
          required
          value={code}
          wrong={wrong.householdCode}
          max={20}
        />
      ) : null}
      {questions.map((question, index) => (
        <>
          {question.section ? <h2 class="part">{question.section[language]}</h2> : null}
          <SurveyQuestion
            question={question}
            number={index + 1}
            all={questions}
            language={language}
            words={words}
            entered={entered.getAll(question.key)}
            wrong={wrong[question.key]}
          />
        </>
      ))}
      {isHousehold && !survey.anonymous ? (
        <Tick
          name="consent"
          words={words}
          value={NOTICE_VERSION}
          checked={entered.has("consent")}
          required
          wrong={wrong.consent}
        >
          {said.consent}
        </Tick>
      ) : null}
      <button type="submit">{said.submit}</button>
    </form>
  );
}
