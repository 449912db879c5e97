import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/** A report's figures hold together: whoever died, is missing, was hurt or moved was affected; it began before now. */
export function disasterProblems(values: Values, today: string): FieldProblem[] {
  const { affected, start } = values;
  const hurt = ["dead", "missing", "injured"].reduce((sum, key) => sum + Number(values[key] ?? 0), 0);
  const evacuated = Number(values.evacuated ?? 0);
  return [
    ...(typeof affected === "number" && hurt > affected
      ? [{ path: "affected", code: "fewer-than-hurt", params: { hurt } }]
      : []),
    ...(typeof affected === "number" && evacuated > affected
      ? [{ path: "evacuated", code: "too-large", params: { max: affected } }]
      : []),
    ...(typeof start === "string" && start.slice(0, 10) > today ? [{ path: "start", code: "in-the-future" }] : []),
  ];
}
