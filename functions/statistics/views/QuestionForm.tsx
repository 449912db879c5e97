/** @jsxImportSource hono/jsx */
import type { Language } from "../../../shared/schema/label.ts";
import { statisticsText } from "../../../shared/words/statistics.ts";

export type Choice = { readonly value: string; readonly label: string };
export type Choices = {
  readonly area: readonly Choice[];
  readonly indicator: readonly Choice[];
  readonly period: readonly Choice[];
  readonly by: readonly Choice[];
};
export type Chosen = Readonly<Record<keyof Choices, string>>;

/** What to look at: four lists and a button, which need no script. */
export function QuestionForm({ choices, chosen, language }: { choices: Choices; chosen: Chosen; language: Language }) {
  const names = ["area", "indicator", "period", "by"] as const;
  return (
    <form method="get" action="/statistics/" class="card question">
      {names.map((name) => (
        <p key={name}>
          <label for={name}>{statisticsText(name, language)}</label>
          <select id={name} name={name}>
            {choices[name].map(({ value, label }) => (
              <option key={value} value={value} selected={value === chosen[name]}>
                {label}
              </option>
            ))}
          </select>
        </p>
      ))}
      <button type="submit">{statisticsText("show", language)}</button>
    </form>
  );
}
