import type { Values } from "./field.ts";
import type { Label } from "./label.ts";

/** One way to break a statistic down (分组): its categories in order, with words. */
export type Dimension = {
  readonly key: string;
  readonly label: Label;
  readonly categories: Readonly<Record<string, Label>>;
};

/** One figure of a statistic. */
export type Measure = Label & {
  readonly unit: Label;
  /** Small counts of people are hidden; counts of offices or groups are not about anybody. */
  readonly about: "people" | "things";
};

/** A figure worked out from two others: a part of a whole in percent (占比). */
export type Ratio = Label & { readonly part: string; readonly whole: string };

/**
 * A figure the district may read (统计指标), counted exactly from records as they change.
 * Each record adds to cells; a cell is a measure and one category of every dimension.
 */
export type Statistic = {
  /** `T01` and so on. */
  readonly name: string;
  readonly label: Label;
  /** What is counted and what is not, in words that stand beside the figure. */
  readonly definition: Label;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly ratios?: Readonly<Record<string, Ratio>>;
  readonly dimensions: readonly Dimension[];
  /** The measure that is the total of persons, where a statistic has it: every statistic tells the same. */
  readonly persons?: string;
  /** Lists whose records count. */
  readonly registers: readonly string[];
  /**
   * What a record adds on a day: amounts by measure in one cell of all dimensions, and the day from
   * which it would count otherwise (a birthday that changes the age band, an arrival, an end).
   */
  readonly count: (register: string, values: Values, day: string) => Counted;
};

/** What one record adds to one statistic on a day. */
export type Counted = { readonly cells: readonly Cell[]; readonly changesOn?: string | undefined };

/** Amounts of one cell. `at` holds a category for every dimension of the statistic. */
export type Cell = {
  readonly at: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, number>>;
};
