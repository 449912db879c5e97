/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import { counted } from "../../../shared/charts/svg.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { statisticsText } from "../../../shared/words/statistics.ts";
import { FiguresTable } from "./FiguresTable.tsx";
import { Frame } from "./Frame.tsx";
import type { Figures } from "./figures.ts";
import { type Choices, type Chosen, QuestionForm } from "./QuestionForm.tsx";

export type Shown = {
  readonly title: string;
  readonly when: string;
  readonly figures: Figures;
  /** The same question to the interface for programs, without a format. */
  readonly address: string;
  readonly notice?: string;
};

export type StatisticsPageProps = {
  readonly language: Language;
  readonly choices: Choices;
  readonly chosen: Chosen;
  readonly shown?: Shown;
  /** Why nothing is shown. */
  readonly problem?: string;
};

/** Statistics for people (统计页): a question, and its answer as figures, chart, table and files. */
export function StatisticsPage({ language, choices, chosen, shown, problem }: StatisticsPageProps) {
  const other = new URLSearchParams({ ...chosen, lang: language === "zh" ? "en" : "zh" });
  return (
    <Frame language={language} title={shown?.title ?? statisticsText("title", language)} otherLanguage={`?${other}`}>
      <QuestionForm choices={choices} chosen={chosen} language={language} />
      {problem ? (
        <section class="card">
          <h1>{statisticsText("problem", language)}</h1>
          <p class="notice" role="alert">
            {problem}
          </p>
        </section>
      ) : null}
      {shown ? <Answer shown={shown} language={language} /> : null}
    </Frame>
  );
}

function Answer({ shown, language }: { shown: Shown; language: Language }) {
  const { title, when, figures, address, notice } = shown;
  const [only] = figures.rows;
  const isSingle = figures.rows.length === 1 && only;
  const formats = ["xlsx", "csv", "json"] as const;
  return (
    <section class="card">
      <h1>{title}</h1>
      <p class="when">{when}</p>
      {notice ? <p class="notice calm">{notice}</p> : null}
      {isSingle ? (
        <ul class="tiles">
          {figures.columns.map((label, index) => {
            const cell = only.cells[index];
            const value = cell?.value ?? null;
            const decimals = figures.decimals.get(index);
            return (
              <li key={label}>
                <b>{value === null ? "—" : decimals ? value.toFixed(decimals) : counted(value)}</b>
                <span>
                  {label}
                  {value === null && cell?.status ? ` · ${statisticsText(cell.status, language)}` : ""}
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {figures.chart ? raw(figures.chart) : null}
      {isSingle ? null : <FiguresTable figures={figures} caption={`${title} · ${when}`} language={language} />}
      <h2>{statisticsText("definition", language)}</h2>
      <ul class="notes">
        {figures.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{statisticsText("source", language)}</li>
      </ul>
      <h2>{statisticsText("downloads", language)}</h2>
      <p class="downloads">
        {formats.map((format) => (
          <a key={format} href={`${address}&format=${format === "json" ? "json-stat" : format}`}>
            {statisticsText(format, language)}
          </a>
        ))}
      </p>
    </section>
  );
}

/** For signed-in people whose account has no area. */
export function NotAllowedPage({ language }: { language: Language }) {
  const other = `?lang=${language === "zh" ? "en" : "zh"}`;
  return (
    <Frame language={language} title={statisticsText("notAllowed", language)} otherLanguage={other}>
      <section class="card">
        <h1>{statisticsText("notAllowed", language)}</h1>
        <p>{statisticsText("notAllowedText", language)}</p>
        <a class="button" href="/admin/">
          {statisticsText("toConsole", language)}
        </a>
      </section>
    </Frame>
  );
}
