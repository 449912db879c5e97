/** Offices whose holders may get a subsidy after leaving (离任干部补贴, S9.18). */
export const SUBSIDISED_OFFICES: readonly string[] = ["secretary", "director", "deputy"];

/** Amounts a month in fen, and the years of continuous service from which they are given. Null: by the document. */
export type SubsidyRates = {
  readonly lowerYears: number;
  readonly upperYears: number;
  readonly belowFen: number | null;
  readonly lowerFen: number | null;
  readonly upperFen: number | null;
};

/** What a left cadre gets a month. `amountFen` is null where only the document says it, which is not the same as nothing. */
export type Subsidy = {
  readonly grade: "none" | "below" | "lower" | "upper";
  readonly amountFen: number | null;
};

/**
 * The subsidy of a cadre who left (C7, S9.18): for who was secretary, director or deputy and has neither pension nor
 * fixed income, by years of continuous service; the bounds belong to the higher grade.
 */
export function subsidyOf(
  cadre: { readonly years: number; readonly office: string; readonly hasIncome: boolean; readonly hasPension: boolean },
  rates: SubsidyRates,
): Subsidy {
  if (!SUBSIDISED_OFFICES.includes(cadre.office) || cadre.hasIncome || cadre.hasPension) {
    return { grade: "none", amountFen: 0 };
  }
  if (cadre.years >= rates.upperYears) return { grade: "upper", amountFen: rates.upperFen };
  if (cadre.years >= rates.lowerYears) return { grade: "lower", amountFen: rates.lowerFen };
  return { grade: "below", amountFen: rates.belowFen };
}
