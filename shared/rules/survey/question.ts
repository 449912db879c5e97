import type { Value } from "../../schema/field.ts";
import type { Label, Language } from "../../schema/label.ts";
import { type Condition, readCondition } from "./condition.ts";
import { type Option, readOptions, readRange } from "./options.ts";

export type QuestionType = "one" | "several" | "text" | "number" | "date" | "scale";

/** One question of a survey (问题), read from its row. */
export type Question = {
  /** Names its input on the page, and its answers. */
  readonly key: string;
  readonly type: QuestionType;
  readonly text: Label;
  /** Choices of `one` and `several`, words of the steps of a `scale` from its lowest on. */
  readonly options: readonly Option[];
  /** Least and most of a `number`; first and last step of a `scale`. */
  readonly range: { readonly min?: number; readonly max?: number };
  readonly required: boolean;
  /** Asked only where this holds. */
  readonly showIf?: Condition;
  /** Heading of the part of the page that begins here. */
  readonly section?: Label;
};

/** A survey's questions as the list keeps them: rows of a small table. */
export type QuestionRow = { readonly [key: string]: string | number | boolean | null };

/** Steps of a scale that says nothing else. */
export const SCALE = { min: 1, max: 5 } as const;
/** More steps than this fit no narrow screen. */
export const SCALE_STEPS_MAX = 11;

/** The questions of a survey's rows, in order. A condition that cannot be read never hides its question. */
export function readQuestions(rows: Value | undefined): readonly Question[] {
  if (!Array.isArray(rows)) return [];
  // A column of rows holds rows alone; the type of all values cannot say so.
  return (rows as readonly QuestionRow[]).map(readQuestion);
}

function readQuestion(row: QuestionRow): Question {
  const text = (key: string) => (typeof row[key] === "string" ? row[key] : "");
  const type = (text("type") || "text") as QuestionType;
  const options = hasOptions(type) ? readOptions(text("options"), text("optionsEn")) : [];
  const condition = text("showIf") === "" ? undefined : readCondition(text("showIf"));
  return {
    key: text("key"),
    type,
    text: { zh: text("text"), en: text("textEn") || text("text") },
    ...optionsAndRange(type, text("options"), options),
    required: row.required === true,
    ...(condition && { showIf: condition }),
    ...(text("section") !== "" && { section: { zh: text("section"), en: text("sectionEn") || text("section") } }),
  };
}

const hasOptions = (type: QuestionType) => type === "one" || type === "several" || type === "scale";

function optionsAndRange(
  type: QuestionType,
  written: string,
  options: readonly Option[],
): Pick<Question, "options" | "range"> {
  const range = readRange(written);
  if (type === "number") return { options: [], range: range ?? {} };
  if (type !== "scale") return { options, range: {} };
  if (range) return { options: [], range };
  return { options, range: options.length > 1 ? { min: 1, max: options.length } : SCALE };
}

/** The steps of a scale, lowest first. */
export function stepsOf({ range }: Question): readonly number[] {
  const { min = SCALE.min, max = SCALE.max } = range;
  return Array.from({ length: Math.max(0, max - min + 1) }, (_, index) => min + index);
}

/** What a step of a scale is called, where it has words. */
export function stepLabel({ options, range }: Question, step: number, language: Language): string {
  return options[step - (range.min ?? SCALE.min)]?.label[language] ?? "";
}
