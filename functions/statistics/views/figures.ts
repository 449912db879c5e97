import { type Bar, barChart } from "../../../shared/charts/bars.ts";
import { pyramidChart } from "../../../shared/charts/pyramid.ts";
import type { Cube, CubeCategory, CubeCell } from "../../../shared/json-stat/cube.ts";
import { percentOf, sharesOf } from "../../../shared/rules/share.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { statisticsText } from "../../../shared/words/statistics.ts";
import { cubeOf, type Prepared } from "../answer.ts";
import type { Question } from "../question.ts";

/** A table for people: headings, and one line for each area or category. */
export type Figures = {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly CubeCell[]; readonly isTotal?: true }[];
  /** How many decimals each column is told with; none where it is not here. */
  readonly decimals: ReadonlyMap<number, number>;
  readonly chart?: string;
  readonly notes: readonly string[];
};

/** The figures that answer a question, laid out with their totals. */
export function figuresOf(prepared: Prepared, question: Question, language: Language): Figures {
  const cube = cubeOf(prepared, question, language);
  if (question.by.length === 0) return byArea(cube, language);
  const totals = cubeOf(prepared, { ...question, by: [] }, language);
  return question.by.length === 1
    ? byCategory(cube, totals, language)
    : bySexAndAge(cube, prepared, { ...question, withAreasBelow: false }, language);
}

function barOf(label: string, cell: CubeCell | undefined, language: Language): Bar {
  return { label, value: cell?.value ?? null, untold: statisticsText(cell?.status ?? "missing", language) };
}

const labelsOf = (cube: Cube, id: string) =>
  cube.dimensions.find((dimension) => dimension.id === id)?.categories.map(({ label }) => label) ?? [];

/** Figures as columns. A share says so, and what is not a whole number keeps its decimals. */
function headed(measures: readonly CubeCategory[]): Pick<Figures, "columns" | "decimals"> {
  return {
    columns: measures.map(({ label, unit }) => (unit?.label === "%" ? `${label}（%）` : label)),
    decimals: new Map(measures.flatMap(({ unit }, index) => (unit?.decimals ? [[index, unit.decimals]] : []))),
  };
}

/** Areas down, figures across; a single area's figures stand one below the other. */
function byArea(cube: Cube, language: Language): Figures {
  const areas = labelsOf(cube, "area");
  const measures = cube.dimensions.find(({ id }) => id === "measure")?.categories ?? [];
  const rowOf = (index: number) => cube.cells.slice(index * measures.length, (index + 1) * measures.length);
  const rows = areas.map((label, index) => ({
    label,
    cells: rowOf(index),
    ...(index === 0 && { isTotal: true as const }),
  }));
  // What is drawn is what people ask for first: the last figure, persons or the share.
  const last = measures.length - 1;
  const title = `${cube.label} ${measures[last]?.label ?? ""}`;
  const bars = rows.slice(1).map(({ label, cells }) => barOf(label, cells[last], language));
  return {
    corner: statisticsText("area", language),
    ...headed(measures),
    rows,
    notes: cube.notes,
    ...(bars.length > 0 && { chart: barChart(title, bars) }),
  };
}

/** Categories down, with shares that add up to 100.0 where nothing is hidden. */
function byCategory(cube: Cube, totals: Cube, language: Language): Figures {
  const [dimension] = cube.dimensions.slice(3);
  const measures = cube.dimensions.find(({ id }) => id === "measure")?.categories ?? [];
  if (measures.length > 1) return byCategoryAndFigure(cube, totals, measures, language);
  const cells = cube.cells.slice(0, dimension?.categories.length ?? 0);
  const isWhole = cells.every(({ value }) => value !== null);
  const shares = sharesOf(cells.map(({ value }) => value ?? 0));
  const shareOf = (index: number): CubeCell =>
    isWhole ? { value: shares[index] ?? null } : { value: null, status: cells[index]?.status ?? "suppressed" };
  const total = totals.cells[0] ?? { value: null };
  const categories = dimension?.categories ?? [];
  return {
    corner: dimension?.label ?? "",
    columns: [labelsOf(cube, "measure")[0] ?? "", `${statisticsText("share", language)}（%）`],
    decimals: new Map([[1, 1]]),
    rows: [
      ...categories.map(({ label }, index) => ({ label, cells: [cells[index] ?? { value: null }, shareOf(index)] })),
      {
        label: statisticsText("total", language),
        cells: [total, isWhole && total.value ? { value: 100 } : { value: null, status: "suppressed" as const }],
        isTotal: true as const,
      },
    ],
    notes: cube.notes,
    chart: barChart(
      `${cube.label} ${dimension?.label ?? ""}`,
      categories.map(({ label }, index) => barOf(label, cells[index], language)),
    ),
  };
}

/** Categories down, several figures across. */
function byCategoryAndFigure(cube: Cube, totals: Cube, measures: readonly CubeCategory[], language: Language): Figures {
  const [dimension] = cube.dimensions.slice(3);
  const categories = dimension?.categories ?? [];
  const all = totals.dimensions.find(({ id }) => id === "measure")?.categories ?? [];
  const none: CubeCell = { value: null };
  const totalOf = ({ id }: CubeCategory) => totals.cells[all.findIndex((other) => other.id === id)] ?? none;
  const cellAt = (measure: number, row: number) => cube.cells[measure * categories.length + row] ?? none;
  const last = measures.length - 1;
  return {
    corner: dimension?.label ?? "",
    ...headed(measures),
    rows: [
      ...categories.map(({ label }, row) => ({ label, cells: measures.map((_, index) => cellAt(index, row)) })),
      { label: statisticsText("total", language), cells: measures.map(totalOf), isTotal: true as const },
    ],
    notes: cube.notes,
    chart: barChart(
      `${cube.label} ${measures[last]?.label ?? ""}`,
      categories.map(({ label }, row) => barOf(label, cellAt(last, row), language)),
    ),
  };
}

/** Two breakdowns: the second down, the first across, with all totals; sex and age also as a pyramid. */
function bySexAndAge(cube: Cube, prepared: Prepared, question: Question, language: Language): Figures {
  const [across, down] = question.by;
  const of = (by: Question["by"]) => cubeOf(prepared, { ...question, by }, language).cells;
  const [columns, rows] = cube.dimensions.slice(3);
  const [inColumns, inRows, [all]] = [of(across ? [across] : []), of(down ? [down] : []), of([])];
  const width = rows?.categories.length ?? 1;
  const none: CubeCell = { value: null };
  const cellAt = (column: number, row: number) => cube.cells[column * width + row] ?? none;
  // A category that nobody is in needs no column of its own.
  const filled = [...(columns?.categories.entries() ?? [])].filter(([column]) => inColumns[column]?.value !== 0);
  const total = statisticsText("total", language);
  const labels = rows?.categories.map(({ label }) => label) ?? [];
  const [men, women] = [inColumns[0]?.value, inColumns[1]?.value];
  const ratio = men && women ? percentOf(men, women) : null;
  return {
    corner: rows?.label ?? "",
    columns: [...filled.map(([, { label }]) => label), total],
    decimals: new Map(),
    rows: [
      ...labels.map((label, row) => ({
        label,
        cells: [...filled.map(([column]) => cellAt(column, row)), inRows[row] ?? none],
      })),
      {
        label: total,
        cells: [...filled.map(([column]) => inColumns[column] ?? none), all ?? none],
        isTotal: true as const,
      },
    ],
    notes: [...(ratio === null ? [] : [statisticsText("sexRatio", language, ratio.toFixed(1))]), ...cube.notes],
    chart: pyramidChart({
      title: cube.label,
      left: columns?.categories[0]?.label ?? "",
      right: columns?.categories[1]?.label ?? "",
      rows: labels.map((label, row) => ({ label, left: cellAt(0, row).value, right: cellAt(1, row).value })),
      untold: statisticsText("suppressed", language),
    }),
  };
}
