import type { Label } from "../../schema/label.ts";
import { percentOf, sharesOf } from "../share.ts";
import { type Question, type QuestionType, stepLabel, stepsOf } from "./question.ts";
import type { AnswerLine } from "./read-answers.ts";

/** Counts by question and cell: `q1` → `=满意` → 12. `n` is how many answered, `sum` of numbers in hundredths. */
export type Tally = { readonly [question: string]: { readonly [cell: string]: number } };

/** Under this name a tally counts the answer sheets themselves. */
export const SHEETS = "*";

const CHOSEN = "=";

/** What one answer sheet adds to the tally of its survey (计票). Free texts and days count only as answered. */
export function tallyOf(lines: readonly AnswerLine[]): Tally {
  const tally: Record<string, Record<string, number>> = { [SHEETS]: { n: 1 } };
  for (const { key, type, value } of lines) {
    const cells = tally[key] ?? {};
    // A question of several choices has a line for each of them, and is answered once.
    cells.n = 1;
    if (type === "number") cells.sum = Math.round(Number(value) * 100);
    else if (type !== "text" && type !== "date") cells[CHOSEN + value] = 1;
    tally[key] = cells;
  }
  return tally;
}

/** The sum of tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum: Record<string, Record<string, number>> = {};
  for (const tally of tallies) {
    for (const [key, cells] of Object.entries(tally)) {
      const own = sum[key] ?? {};
      for (const [cell, amount] of Object.entries(cells)) own[cell] = (own[cell] ?? 0) + amount;
      sum[key] = own;
    }
  }
  return sum;
}

export type OptionResult = {
  readonly value: string;
  readonly label: Label;
  readonly count: number;
  /** In percent with one decimal; null where nobody answered. */
  readonly share: number | null;
  /** Was a choice once and is none now. */
  readonly former?: true;
};

/** What was answered to one question (统计结果). */
export type QuestionResult = {
  readonly key: string;
  readonly type: QuestionType;
  readonly text: Label;
  readonly answered: number;
  readonly options: readonly OptionResult[];
  /** Of a scale or a number, with two decimals; null where nobody answered. */
  readonly mean?: number | null;
};

/**
 * The results of a survey from its tally. Shares of one choice or a scale add up to 100.0 (C11); of several choices
 * each is a part of those who answered. Choices that were taken out since stand after the others.
 */
export function resultsOf(questions: readonly Question[], tally: Tally): readonly QuestionResult[] {
  return questions.map((question) => {
    const cells = tally[question.key] ?? {};
    const answered = cells.n ?? 0;
    const { key, type, text } = question;
    const counted = countedOptions(question, cells);
    const shares = sharesOf(counted.map(({ count }) => count));
    const options = counted.map((option, index) => ({
      ...option,
      share: type === "several" ? percentOf(option.count, answered) : (shares[index] ?? null),
    }));
    return { key, type, text, answered, options, ...meanOf(type, cells, counted) };
  });
}

function countedOptions(question: Question, cells: Tally[string]): Omit<OptionResult, "share">[] {
  const now =
    question.type === "scale"
      ? stepsOf(question).map((step) => ({ value: String(step), label: stepWords(question, step) }))
      : question.options;
  const known = new Set(now.map(({ value }) => value));
  const former = Object.keys(cells)
    .filter((cell) => cell.startsWith(CHOSEN) && !known.has(cell.slice(1)) && cells[cell] !== 0)
    .map((cell) => ({ value: cell.slice(1), label: { zh: cell.slice(1), en: cell.slice(1) }, former: true as const }));
  return [...now, ...former].map((option) => ({ ...option, count: cells[CHOSEN + option.value] ?? 0 }));
}

function stepWords(question: Question, step: number): Label {
  const said = (language: "zh" | "en") => [String(step), stepLabel(question, step, language)].filter(Boolean).join(" ");
  return { zh: said("zh"), en: said("en") };
}

function meanOf(
  type: QuestionType,
  cells: Tally[string],
  options: readonly { readonly value: string; readonly count: number }[],
): { mean?: number | null } {
  if (type === "number") return { mean: mean(cells.sum ?? 0, cells.n ?? 0) };
  if (type !== "scale") return {};
  const count = options.reduce((sum, option) => sum + option.count, 0);
  const hundredths = options.reduce((sum, option) => sum + option.count * Number(option.value) * 100, 0);
  return { mean: mean(hundredths, count) };
}

/** With two decimals, from a sum in hundredths, so that nothing is lost before it is rounded. */
const mean = (hundredths: number, count: number) => (count === 0 ? null : Math.round(hundredths / count) / 100);
