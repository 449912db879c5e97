import Button from "@mui/material/Button";
import { useState } from "react";
import { barChart } from "../../shared/charts/bars.ts";
import { surveyResultWords } from "../../shared/words/survey-results.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { QuestionResult } from "./contract.ts";
import { useSurveyWords } from "./use-survey.ts";

type Props = { readonly result: QuestionResult; readonly number: number; readonly base: string };

/** One question's results: a chart with the same figures as a table beside it, or what was written. */
export function QuestionResults({ result, number, base }: Props) {
  const language = useLanguage();
  const { live: words } = useSurveyWords();
  const { key, type, text, answered, options, mean } = result;
  const title = `${number}. ${text[language]}`;
  const figures = [words.answered(answered), ...(typeof mean === "number" ? [words.mean(mean.toFixed(2))] : [])].join(
    " · ",
  );
  const bars = options.map(({ label, count }) => ({ label: label[language], value: count }));
  return (
    <section>
      <h2>{title}</h2>
      <p className="linli-note">{figures}</p>
      {options.length > 0 ? (
        <>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, whose words are escaped */}
          <div dangerouslySetInnerHTML={{ __html: barChart(title, bars) }} />
          <Figures result={result} />
        </>
      ) : null}
      {type === "text" && answered > 0 ? <Texts base={base} question={key} /> : null}
    </section>
  );
}

function Figures({ result }: { readonly result: QuestionResult }) {
  const language = useLanguage();
  const words = surveyResultWords[language];
  return (
    <table className="linli-table">
      <thead>
        <tr>
          <th scope="col">{words.choice}</th>
          <th scope="col">{words.count}</th>
          <th scope="col">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {result.options.map(({ value, label, count, share, former }) => (
          <tr key={value}>
            <td>{label[language] + (former ? words.former : "")}</td>
            <td>{count}</td>
            <td>{share === null ? "—" : share.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Texts({ base, question }: { readonly base: string; readonly question: string }) {
  const { live: words } = useSurveyWords();
  const [shown, setShown] = useState(false);
  return (
    <div className="linli-survey-texts">
      {shown ? <TextList path={`${base}/texts/${encodeURIComponent(question)}`} /> : null}
      {shown ? null : (
        <Button className="linli-survey-tools" onClick={() => setShown(true)}>
          {words.showTexts}
        </Button>
      )}
    </div>
  );
}

function TextList({ path }: { readonly path: string }) {
  const all = useWords();
  const { live: words } = useSurveyWords();
  const { value, problem } = useAnswer<{ texts: readonly string[] }>(path);
  if (problem !== undefined) return <p role="alert">{problem || all.loadFailed}</p>;
  if (!value) return null;
  if (value.texts.length === 0) return <p>{words.noTexts}</p>;
  const seen = new Map<string, number>();
  return (
    <ul aria-label={words.texts}>
      {value.texts.map((text) => {
        const time = (seen.get(text) ?? 0) + 1;
        seen.set(text, time);
        return <li key={`${time} ${text}`}>{text}</li>;
      })}
    </ul>
  );
}
