import Box from "@mui/material/Box";
import { keyedRows } from "../../shared/rules/survey/check-survey.ts";
import {
  type Question,
  type QuestionRow,
  readQuestions,
  stepLabel,
  stepsOf,
} from "../../shared/rules/survey/question.ts";
import type { Value } from "../../shared/schema/field.ts";
import { conditionInWords, surveyFormWords } from "../../shared/words/survey-form.ts";
import { useLanguage } from "../app/use-words.ts";
import "./surveys.css";
import { useSurveyWords } from "./use-survey.ts";

/** The questions as residents will read them, while they are being written (预览). */
export function QuestionPreview({ rows }: { readonly rows: unknown }) {
  const words = useSurveyWords();
  const language = useLanguage();
  // What the sheet holds are rows of this shape: they were read by the columns of the same definition.
  const keyed = keyedRows((Array.isArray(rows) ? rows : []) as readonly QuestionRow[]);
  const questions = readQuestions(keyed as unknown as Value);
  if (questions.length === 0) return <p className="linli-note">{words.builder.none}</p>;
  return (
    <Box className="linli-survey-preview">
      {questions.map((question, index) => (
        <Shown key={question.key} question={question} number={index + 1} all={questions} language={language} />
      ))}
    </Box>
  );
}

type ShownProps = {
  readonly question: Question;
  readonly number: number;
  readonly all: readonly Question[];
  readonly language: "zh" | "en";
};

function Shown({ question, number, all, language }: ShownProps) {
  const { text, type, required, showIf, section, options } = question;
  const said = surveyFormWords[language];
  const choices =
    type === "scale"
      ? stepsOf(question).map((step) => `${step} ${stepLabel(question, step, language)}`)
      : options.map(({ label }) => label[language]);
  const mark = type === "several" ? "☐" : "○";
  return (
    <section>
      {section ? <h4>{section[language]}</h4> : null}
      <strong>
        {said.number(number)}
        {text[language]}
        {required ? ` (${said.required})` : ""}
      </strong>
      {showIf ? <div className="linli-survey-only">{conditionInWords(showIf, all, language)}</div> : null}
      {choices.length > 0 ? (
        <ul>
          {choices.map((choice) => (
            <li key={choice}>
              {mark} {choice}
            </li>
          ))}
        </ul>
      ) : (
        <div className="linli-survey-blank" />
      )}
    </section>
  );
}
