import type { Values } from "./field.ts";
import type { Label } from "./label.ts";

/** One way to break a statistic down (分组): its categories in order, with words. */
export type Dimension = {
  readonly key: string;
  readonly label: Label;
  readonly categories: Readonly<Record<string, Label>>;
  /** Says something about a person that is not public: small counts are hidden, though the total may be told. */
  readonly personal?: true;
};

/** One figure of a statistic. */
export type Measure = Label & {
  readonly unit: Label;
  /** Small counts of people are hidden; counts of offices or groups are not about anybody. */
  readonly about: "people" | "things";
  /** Breakdowns it has, where the statistic's breakdowns stand apart; all of them by default. */
  readonly by?: readonly string[];
  /** A sum over the people that this measure counts (hours, ages): hidden where too few are behind it, and told of closed months only. */
  readonly over?: string;
  /** Counted for a ratio and never told by itself. */
  readonly inner?: true;
};

/** A figure that a ratio stands on: the total of a measure, of this statistic or another, or of one category. */
export type Operand =
  | string
  | {
      readonly measure: string;
      readonly statistic?: string;
      readonly at?: readonly [dimension: string, category: string];
      /** How many categories of this breakdown have anything. */
      readonly filled?: string;
    };

/**
 * A figure worked out from others (比率): a part of a whole, in percent where nothing else is said. It is told where all
 * it stands on is, so that it never tells more than they do.
 */
export type Ratio = Label & {
  readonly part: Operand | readonly Operand[];
  /** Left out where the part itself is the figure. */
  readonly whole?: Operand | readonly Operand[];
  readonly times?: number;
  readonly unit?: Label;
  readonly decimals?: number;
};

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
  /** Breakdowns stand each for itself (分别分组): one at a time, never crossed, so that many of them stay small. */
  readonly apart?: true;
  /** The measure that is the total of persons, where a statistic has it: every statistic tells the same. */
  readonly persons?: string;
  /** Lists whose records count. */
  readonly registers: readonly string[];
  /** Of these: a record that is deleted at the end of its time stays counted until it would count otherwise by itself. */
  readonly outlives?: readonly string[];
  /**
   * What a record adds on a day: amounts by measure in one cell of all dimensions, and the day from
   * which it would count otherwise (a birthday that changes the age band, an arrival, an end).
   */
  readonly count: (register: string, values: Values, day: string) => Counted;
  /** What the facts of all records of one subject add on a day: all posts of one person make one person. */
  readonly countTogether?: (facts: readonly Values[], day: string) => readonly Cell[];
};

/** What one record adds to one statistic on a day. */
export type Counted = {
  readonly cells: readonly Cell[];
  readonly changesOn?: string | undefined;
  /** It counts together with the other records of this subject, by what is to be known of it then. */
  readonly joint?: { readonly subject: string; readonly facts: Values };
};

/** Amounts of one cell. `at` holds a category for every dimension of the statistic. */
export type Cell = {
  readonly at: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, number>>;
};
