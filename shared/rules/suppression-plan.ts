import type { Move, Place } from "./cube.ts";

/** Counts of one district: for each community a number for every combination of categories, last breakdown fastest. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/** Which cells of a district's tables are shown (小单元格保护). One plan answers every question about a month. */
export type Plan = {
  /** Undefined where the area has no figures. */
  value(area: string, at: Place): number | undefined;
  hidden(area: string, at: Place): boolean;
  /** The changes that hide the hidden cells: each alters some counts and no sum that is shown. */
  readonly changes: readonly HidingChange[];
};

/** A change of counts, by the codes of its areas, so that the next month can take it up again. */
export type HidingChange = {
  readonly parts: readonly { readonly code: string; readonly move: Move; readonly sign: 1 | -1 }[];
  readonly trade?: Trade;
};

export type Wanted = {
  readonly figures: Figures;
  /** Numbers of categories, one for each breakdown; none for plain totals. */
  readonly sizes: readonly number[];
  /** Counts of 1 up to below this are hidden. */
  readonly threshold: number;
  /** Totals of persons decided before, for all that tell them: the breakdown must neither hide nor betray them. */
  readonly totals?: TotalsPlan;
  /** Everybody knows how many people there are, however few: then their number alone says that no part of it is large. */
  readonly isTotalPublic?: boolean;
  /** Areas whose breakdown is told to nobody, because some community did not deliver one. */
  readonly untold?: ReadonlySet<string>;
  /** The month before: what was hidden then and has not changed since stays hidden. */
  readonly before?: Plan;
};

/** Communities whose totals may trade one count, as far as an outsider can tell. */
export type Trade = readonly [from: string, to: string | undefined];
export type TotalsPlan = Plan & { readonly trades: readonly Trade[] };
