import { candidatesFor } from "../rules/candidate-margin.ts";
import { counted, defineCalculation } from "../schema/calculation.ts";
import { PERSONS } from "../words/units.ts";

/** How many candidates an election needs (C2, S3.12). */
export const candidates = defineCalculation({
  name: "candidates",
  label: { zh: "候选人差额", en: "Candidates for seats" },
  hint: { zh: "差额选举至少要多少候选人", en: "How many candidates an election needs" },
  inputs: {
    seats: { kind: "integer", label: { zh: "应选人数", en: "Seats" }, required: true, min: 1, max: 99, initial: 7 },
  },
  run: (values, rules, day) => {
    const rate = rules.number("elections.candidateMargin", day).value ?? 0;
    const least = rules.number("elections.marginLeast", day).value ?? 0;
    const needed = candidatesFor(Number(values.seats), rate, least);
    return {
      results: [counted("candidates", { zh: "候选人至少", en: "Candidates at least" }, needed, PERSONS)],
      findings: [],
    };
  },
});
