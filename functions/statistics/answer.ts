import type { Cube, CubeCategory, CubeCell } from "../../shared/json-stat/cube.ts";
import { dayOf, lastDayOf } from "../../shared/rules/calendar.ts";
import { areaOf, isDivisionCode, streetOf } from "../../shared/rules/division-code.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Dimension, Statistic } from "../../shared/schema/statistic.ts";
import { dimensionsOf, STATISTICS } from "../../shared/schema/statistics.ts";
import { refuseQuestion, statisticsText } from "../../shared/words/statistics.ts";
import { type Published, publish } from "./publish.ts";
import type { Question } from "./question.ts";
import { foreignOf, isBrokenDown, needsClosedMonth, ratioCell, type Told } from "./ratio.ts";
import {
  type DistrictFigures,
  lastClosedMonth,
  readMonths,
  readNames,
  readTotals,
  type StatisticsDeps,
} from "./read-figures.ts";

/** All that is needed to answer questions about one statistic of a district for one period. */
export type Prepared = {
  readonly published: Published;
  readonly names: ReadonlyMap<string, string>;
  /** `now` or a closed month. */
  readonly period: string;
  readonly today: string;
};

/** Reads what a question needs, and decides what of it may be told. */
export async function prepare(deps: StatisticsDeps, question: Question, language: Language): Promise<Prepared> {
  const { statistic, area } = question;
  const district = areaOf(area);
  const names = await readNames(deps, district);
  if (!isKnown(area, names)) throw refuseQuestion("area", "unknown-area", language, "not-found");
  const today = dayOf(deps.now());
  const period = question.period ?? (await lastClosedMonth(deps, district, statistic.name, today.slice(0, 7)));
  if (period === undefined) throw refuseQuestion("period", "no-closed-month", language);
  const published =
    period === "now"
      ? await publishedNow(deps, statistic, district, names, today)
      : await publishedMonth(deps, question, period);
  return { published, names, period, today };
}

/** Answers a question with a table in which nothing stands that could betray a person. */
export function cubeOf(prepared: Prepared, question: Question, language: Language): Cube {
  const { published, names, period, today } = prepared;
  const { statistic, area, by } = question;
  const areas = question.withAreasBelow ? [area, ...areasBelow(area, names)] : [area];
  const measures = measuresOf(question, period, language);
  const places = by.reduce<number[][]>(
    (all, { categories }) => all.flatMap((at) => Object.keys(categories).map((_, index) => [...at, index])),
    [[]],
  );
  const cells = areas.flatMap((code) =>
    measures.flatMap(({ id }) => places.map((at) => cellOf(published, question, code, id, at))),
  );
  if (cells.every(({ status }) => status === "missing")) throw refuseQuestion("period", "no-figures", language);
  return {
    label: `${statistic.name} ${statistic.label[language]}`,
    source: statisticsText("source", language),
    notes: [statistic.definition[language], ...statusNotes(cells, language)],
    dimensions: [
      {
        id: "area",
        label: statisticsText("area", language),
        role: "geo",
        categories: areas.map((code) => ({ id: code, label: nameOf(code, names, language) })),
      },
      {
        id: "period",
        label: statisticsText("period", language),
        role: "time",
        categories: [{ id: period, label: periodLabel(period, today, language) }],
      },
      { id: "measure", label: statisticsText("measure", language), role: "metric", categories: measures },
      ...by.map(({ key, label, categories }) => ({
        id: key,
        label: label[language],
        categories: Object.entries(categories).map(([id, words]) => ({ id, label: words[language] })),
      })),
    ],
    cells,
  };
}

async function publishedNow(
  deps: StatisticsDeps,
  statistic: Statistic,
  district: string,
  names: ReadonlyMap<string, string>,
  today: string,
): Promise<Published> {
  const totals = await readTotals(deps, district, statistic);
  // A community that keeps no records yet has none: that is a figure too.
  const empty = [...names.keys()].filter(isDivisionCode).map((code) => [code, {}] as const);
  const figures = new Map([...totals].map(([name, found]) => [name, new Map([...empty, ...found])]));
  return publish(figures, today);
}

/** A month after the earlier months of its year, because what was hidden in them and has not changed stays hidden. */
async function publishedMonth(
  deps: StatisticsDeps,
  { statistic, area, by }: Question,
  month: string,
): Promise<Published> {
  const others = [...STATISTICS.values()].filter(({ persons }) => persons).map(({ name }) => name);
  // A breakdown has no figure of another indicator.
  const told = [statistic, ...(by.length === 0 ? foreignOf(statistic) : [])];
  const needsPersons = told.some(({ persons }) => persons);
  const names = [...new Set([...(needsPersons ? others : []), statistic.name])];
  const isAboutPeople =
    Object.values(statistic.measures).some(({ about }) => about === "people") ||
    statistic.dimensions.some(({ personal }) => personal);
  const from = needsPersons || isAboutPeople ? `${month.slice(0, 4)}-01` : month;
  const months = await readMonths(deps, areaOf(area), names, from, month);
  const wanted: [string, DistrictFigures] = months.find(([at]) => at === month) ?? [month, new Map()];
  const earlier = months.filter(([at]) => at < month);
  return [...earlier, wanted].reduce<Published | undefined>(
    (before, [at, figures]) => publish(figures, lastDayOf(at), before),
    undefined,
  ) as Published; // The list is never empty: the month itself is its last entry.
}

function cellOf(
  published: Published,
  { statistic, by }: Question,
  area: string,
  measure: string,
  at: readonly number[],
): CubeCell {
  const ratio = statistic.ratios?.[measure];
  if (ratio) {
    const told: Told = (of, name, only, category = -1) =>
      of.name !== statistic.name && !published.areAlike(area, statistic, of)
        ? { value: null, status: "missing" }
        : countOf(published, of, area, name, only ? [[only, category]] : []);
    return ratioCell(ratio, statistic, told, by[0], at[0]);
  }
  const places = by.map((dimension, index) => [dimension, at[index] ?? -1] as const);
  return countOf(published, statistic, area, measure, places);
}

function countOf(
  published: Published,
  statistic: Statistic,
  area: string,
  measure: string,
  places: readonly (readonly [dimension: Dimension, category: number])[],
): CubeCell {
  const [[only] = []] = places;
  const plan = published.planOf(statistic, measure, statistic.apart && only);
  const chosen = new Map(places.map(([{ key }, category]) => [key, category]));
  const asked = statistic.apart ? (only ? [only] : []) : statistic.dimensions;
  const at = asked.map(({ key }) => chosen.get(key) ?? -1);
  if (plan.hidden(area, at)) return { value: null, status: "suppressed" };
  const value = plan.value(area, at);
  return value === undefined ? { value: null, status: "missing" } : { value };
}

/** The figures that a breakdown has. What would give away a change of today is told of closed months only. */
function measuresOf({ statistic, by }: Question, period: string, language: Language): CubeCategory[] {
  const { measures, ratios = {} } = statistic;
  const counts = Object.entries(measures).filter(
    ([, measure]) =>
      !measure.inner &&
      !(period === "now" && measure.over) &&
      by.every((one) => dimensionsOf(statistic, measure).includes(one)),
  );
  const worked = Object.entries(ratios).filter(
    ([, ratio]) =>
      !(period === "now" && needsClosedMonth(ratio, statistic)) &&
      (by.length === 0 || isBrokenDown(ratio, statistic, by)),
  );
  return [
    ...counts.map(([id, words]) => ({
      id,
      label: words[language],
      unit: { label: words.unit[language], decimals: 0 },
    })),
    ...worked.map(([id, { decimals = 1, unit, ...words }]) => ({
      id,
      label: words[language],
      unit: { label: unit?.[language] ?? "%", decimals },
    })),
  ];
}

function statusNotes(cells: readonly CubeCell[], language: Language): string[] {
  const has = (wanted: CubeCell["status"]) => cells.some(({ status }) => status === wanted);
  return [
    ...(has("suppressed") ? [statisticsText("suppressedNote", language)] : []),
    ...(has("missing") ? [statisticsText("missingNote", language)] : []),
  ];
}

/** Whether there is such an area: it has a name, or communities, or is the district itself. */
function isKnown(code: string, names: ReadonlyMap<string, string>): boolean {
  return code.length === 6 || names.has(code) || [...names.keys()].some((other) => other.startsWith(code));
}

/** A district's streets, a street's communities. */
export function areasBelow(code: string, names: ReadonlyMap<string, string>): string[] {
  const communities = [...names.keys()].filter((other) => other.startsWith(code));
  if (code.length === 9) return communities.filter(isDivisionCode).sort();
  return code.length === 6 ? [...new Set(communities.filter((other) => other.length > 6).map(streetOf))].sort() : [];
}

export function nameOf(code: string, names: ReadonlyMap<string, string>, language: Language): string {
  return names.get(code) ?? (code.length === 6 ? `${statisticsText("district", language)} ${code}` : code);
}

export function periodLabel(period: string, today: string, language: Language): string {
  return period === "now" ? statisticsText("asOf", language, today) : statisticsText("asOfMonth", language, period);
}
