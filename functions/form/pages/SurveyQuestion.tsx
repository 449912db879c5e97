/** @jsxImportSource hono/jsx */
import { type Question, stepLabel, stepsOf } from "../../../shared/rules/survey/question.ts";
import { TEXT_MAX } from "../../../shared/rules/survey/read-answers.ts";
import type { Language } from "../../../shared/schema/label.ts";
import type { FormWords } from "../../../shared/words/form.ts";
import { conditionInWords, surveyFormWords } from "../../../shared/words/survey-form.ts";
import { Wrong } from "./Question.tsx";

export type SurveyQuestionProps = {
  readonly question: Question;
  readonly number: number;
  readonly all: readonly Question[];
  readonly language: Language;
  readonly words: FormWords;
  readonly entered: readonly string[];
  readonly wrong: string | undefined;
};

/**
 * One question of a survey. What only some are asked stands there for all, with whom it is for: hiding it would take
 * a script or a second page, and both lose people on old phones.
 */
export function SurveyQuestion(props: SurveyQuestionProps) {
  const { question, number, all, language, words, wrong } = props;
  const { key, type, showIf, required } = question;
  const said = surveyFormWords[language];
  const isTyped = type === "text" || type === "number" || type === "date";
  const hint = hintOf(question, language);
  const described = [showIf && `${key}-only`, hint && `${key}-hint`, wrong && `${key}-wrong`].filter(Boolean).join(" ");
  const title = (
    <>
      {said.number(number)}
      {question.text[language]} <small>({required ? said.required : words.form.optional})</small>
    </>
  );
  const notes = (
    <>
      {showIf ? (
        <p class="only" id={`${key}-only`}>
          {conditionInWords(showIf, all, language)}
        </p>
      ) : null}
      {hint ? (
        <p class="hint" id={`${key}-hint`}>
          {hint}
        </p>
      ) : null}
    </>
  );
  const below = wrong ? <Wrong name={key} words={words} text={wrong} /> : null;
  if (isTyped) {
    return (
      <>
        <label for={key}>{title}</label>
        {notes}
        <Typed {...props} described={described} />
        {below}
      </>
    );
  }
  return (
    <fieldset id={key} aria-describedby={described || undefined}>
      <legend>{title}</legend>
      {notes}
      <Picked {...props} />
      {below}
    </fieldset>
  );
}

function hintOf({ type, range }: Question, language: Language): string {
  const said = surveyFormWords[language];
  if (type === "several") return said.several;
  return type === "number" ? said.range(range.min, range.max) : "";
}

/** A browser asks for an entry only where everybody must make it. */
const isDemanded = ({ required, showIf }: Question) => (required && !showIf ? true : undefined);

function Typed({ question, entered, wrong, described }: SurveyQuestionProps & { readonly described: string }) {
  const { key, type } = question;
  const common = {
    id: key,
    name: key,
    class: wrong ? "bad" : undefined,
    required: isDemanded(question),
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": described || undefined,
    autocomplete: "off",
  };
  if (type === "text") {
    return (
      <textarea {...common} rows={3} maxlength={TEXT_MAX}>
        {entered[0] ?? ""}
      </textarea>
    );
  }
  return (
    <input
      {...common}
      type={type === "date" ? "date" : "text"}
      inputmode={type === "number" ? "decimal" : undefined}
      value={entered[0] ?? ""}
    />
  );
}

function Picked({ question, language, entered, wrong }: SurveyQuestionProps) {
  const { key, type, options } = question;
  const kind = type === "several" ? "checkbox" : "radio";
  const choices: readonly (readonly [value: string, label: string])[] =
    type === "scale"
      ? stepsOf(question).map((step) => [String(step), `${step} ${stepLabel(question, step, language)}`.trim()])
      : options.map(({ value, label }) => [value, label[language]]);
  // Steps without words stand beside each other, everything else below.
  const isRow = type === "scale" && options.length === 0;
  return (
    <div class={isRow ? "steps" : undefined}>
      {choices.map(([value, label], index) => (
        <label key={value} class={isRow ? undefined : "tick"} for={`${key}-${index}`}>
          <input
            type={kind}
            id={`${key}-${index}`}
            name={key}
            value={value}
            checked={entered.includes(value) ? true : undefined}
            required={kind === "radio" ? isDemanded(question) : undefined}
            aria-invalid={wrong ? "true" : undefined}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
