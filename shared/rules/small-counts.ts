/** A number that a rule uses, from when on, and where it is said. */
type Dated = { readonly from: string; readonly value: number; readonly source: string };

/** Counts of persons below this are not shown to a street or district (小单元格下限). */
const THRESHOLDS: readonly Dated[] = [
  { from: "2000-01-01", value: 5, source: "Usual bounds of statistical offices lie between 3 and 10" },
];

/** The bound in force on a day. */
export function smallBelow(day: string): number {
  return THRESHOLDS.findLast(({ from }) => from <= day)?.value ?? 5;
}
