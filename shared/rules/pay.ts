/** Rates in hundredths of a percent and amounts in fen that pay follows (社保缴费标准, S9.16). */
export type PayRates = {
  readonly pensionUnit: number;
  readonly pensionPerson: number;
  readonly medicalUnit: number;
  readonly medicalPerson: number;
  /** Large-sum medical insurance (大额医疗保险), paid by the person each month. */
  readonly largeSumFen: number;
  /** The base is never below this share of last year's average month. */
  readonly baseFloor: number;
  /** Nor above this one, where it is laid down. */
  readonly baseCap: number | null;
};

/** One month's pay of one person (工资表), all in fen. */
export type Pay = {
  readonly base: number;
  readonly pensionUnit: number;
  readonly pensionPerson: number;
  readonly medicalUnit: number;
  readonly medicalPerson: number;
  readonly deducted: number;
  readonly net: number;
  /** What the unit pays in beside the pay. */
  readonly unitCost: number;
  /** The unit's part paid out to who cannot be insured (S9.17); 0 for the insured. */
  readonly direct: number;
  /** What the person gets: net of who is insured, gross and the unit's part of who cannot be. */
  readonly paid: number;
};

/**
 * Pay of a month (C6, S9.16, S9.17): contributions on a base between a floor and a cap of the average wage; who cannot
 * be insured gets the unit's part with the pay.
 * @param averageYearFen last year's average wage of a year (上年社平工资)
 */
export function payOf(grossFen: number, averageYearFen: number, isInsured: boolean, rates: PayRates): Pay {
  const shareOfMonth = (rate: number) => Math.round((averageYearFen * rate) / 120_000);
  const floored = Math.max(grossFen, shareOfMonth(rates.baseFloor));
  const base = rates.baseCap === null ? floored : Math.min(floored, shareOfMonth(rates.baseCap));
  const part = (rate: number) => Math.round((base * rate) / 10_000);
  const [pensionUnit, medicalUnit] = [part(rates.pensionUnit), part(rates.medicalUnit)];
  const unitCost = pensionUnit + medicalUnit;
  if (!isInsured) {
    const none = { pensionUnit: 0, pensionPerson: 0, medicalUnit: 0, medicalPerson: 0, deducted: 0 };
    return { base, ...none, net: grossFen, unitCost, direct: unitCost, paid: grossFen + unitCost };
  }
  const pensionPerson = part(rates.pensionPerson);
  const medicalPerson = part(rates.medicalPerson) + rates.largeSumFen;
  const deducted = pensionPerson + medicalPerson;
  const net = grossFen - deducted;
  return {
    base,
    pensionUnit,
    pensionPerson,
    medicalUnit,
    medicalPerson,
    deducted,
    net,
    unitCost,
    direct: 0,
    paid: net,
  };
}
