import { questionType } from "../../shared/codes/survey.ts";
import type { Cell } from "../../shared/files/cell.ts";
import type { FileColumn, FileTable } from "../../shared/files/write-file.ts";
import { shownTitle } from "../../shared/import/shown-title.ts";
import { answers } from "../../shared/registers/answer.ts";
import type { Question } from "../../shared/rules/survey/question.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { RowValue, Values } from "../../shared/schema/field.ts";
import type { Language } from "../../shared/schema/label.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { valueInWords } from "../../shared/words/survey-form.ts";
import { surveyResultWords } from "../../shared/words/survey-results.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords, batchGetRecords } from "../store/records.ts";
import { answerPrefix } from "./keys.ts";
import type { SurveyResults } from "./results.ts";
import type { Survey } from "./survey.ts";

/** The counts as a table: a line for each choice, and one for each question's own figures. */
export function resultsTable(survey: Survey, { questions }: SurveyResults, language: Language): FileTable {
  const words = surveyResultWords[language];
  const columns: FileColumn[] = [
    { header: words.question, type: "text", width: 40 },
    { header: words.type, type: "text", width: 10 },
    { header: words.choice, type: "text", width: 24 },
    { header: words.count, type: "number", width: 10 },
    { header: words.share, type: "number", width: 10 },
    { header: words.mean, type: "number", width: 10 },
  ];
  const rows = questions.flatMap(({ type, text, answered, options, mean }): Cell[][] => {
    const name = [text[language], codeLabel(questionType, type, language)];
    return [
      [...name, words.answered, answered, null, mean ?? null],
      ...options.map(({ label, former, count, share }) => [
        ...name,
        label[language] + (former ? words.former : ""),
        count,
        share,
        null,
      ]),
    ];
  });
  return { name: `${survey.titles[language]} ${words.results}`, columns, rows };
}

/** The answer sheets as a table (答卷表): a row for each sheet, in the order of their ids, which is chance. */
export async function answersTable(deps: Deps, survey: Survey, language: Language): Promise<FileTable> {
  const words = surveyResultWords[language];
  const sheets: Values[] = [];
  const prefix = answerPrefix(survey.id);
  for await (const { values } of allRecords(deps, "answers", survey.community, { prefix })) sheets.push(values);
  const doors = await doorTitles(deps, survey, sheets, language);
  const asked = new Map(survey.questions.map((question) => [question.key, question]));
  // Questions that were taken out since still have their answers.
  const former = new Set(sheets.flatMap((sheet) => linesOf(sheet).map(({ key }) => String(key))));
  const keys = [...new Set([...asked.keys(), ...former])];
  const label = (column: "at" | "dwelling" | "questionsVersion") => answers.fields[column]?.label[language] ?? column;
  const columns: FileColumn[] = [
    { header: label("at"), type: "day", width: 12 },
    ...(doors.size > 0 ? [{ header: label("dwelling"), type: "text" as const, width: 14 }] : []),
    { header: label("questionsVersion"), type: "number", width: 8 },
    ...keys.map((key): FileColumn => headed(key, asked.get(key), language)),
  ];
  const rows = sheets.map((sheet): Cell[] => [
    String(sheet.at),
    ...(doors.size > 0 ? [doors.get(String(sheet.dwelling)) ?? null] : []),
    Number(sheet.questionsVersion),
    ...keys.map((key) => cellOf(sheet, key, asked.get(key), language, words.separator)),
  ]);
  return { name: `${survey.titles[language]} ${words.answers}`, columns, rows };
}

function headed(key: string, question: Question | undefined, language: Language): FileColumn {
  const isNumber = question?.type === "number" || (question?.type === "scale" && question.options.length === 0);
  return { header: question?.text[language] ?? key, type: isNumber ? "number" : "text", width: 20 };
}

function cellOf(
  sheet: Values,
  key: string,
  question: Question | undefined,
  language: Language,
  separator: string,
): Cell {
  const given = linesOf(sheet)
    .filter((line) => line.key === key)
    .map(({ value }) => String(value));
  if (given.length === 0) return null;
  if (!question) return given.join(separator);
  if (headed(key, question, language).type === "number") return Number(given[0]);
  return given.map((value) => valueInWords(question, value, language)).join(separator);
}

async function doorTitles(
  deps: Deps,
  { community }: Survey,
  sheets: readonly Values[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const register = registerNamed("dwellings");
  const ids = sheets.flatMap(({ dwelling }) => (typeof dwelling === "string" ? [dwelling] : []));
  if (!register || ids.length === 0) return new Map();
  const dwellings = await batchGetRecords(deps, "dwellings", community, ids);
  return new Map(dwellings.map(({ id, values }) => [id, shownTitle(register, values, language)]));
}

/** What a sheet answered; the column holds rows alone, which the type of all values cannot say. */
function linesOf({ answers: lines }: Values): readonly RowValue[] {
  return Array.isArray(lines) ? (lines as readonly RowValue[]) : [];
}

/** What was written to a question of free text, in the order of chance, at most so many. */
export async function freeTexts(deps: Deps, survey: Survey, question: string, most: number): Promise<string[]> {
  const texts: string[] = [];
  const prefix = answerPrefix(survey.id);
  for await (const { values } of allRecords(deps, "answers", survey.community, { prefix })) {
    const line = linesOf(values).find(({ key }) => key === question);
    if (line) texts.push(String(line.value));
    if (texts.length === most) break;
  }
  return texts;
}
