import type { Value } from "../../schema/field.ts";
import type { ChoiceResult } from "./result.ts";

/** Results of a vote as its record keeps them: rows of small values, read back with their types. */
export function resultRows(value: Value | undefined): readonly ChoiceResult[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row) => {
    if (typeof row !== "object" || row === null) return [];
    const { id, name, office, elected } = row;
    return [
      {
        id: String(id),
        name: String(name),
        ...(typeof office === "string" && { office }),
        for: Number(row.for ?? 0),
        against: Number(row.against ?? 0),
        abstain: Number(row.abstain ?? 0),
        elected: elected === true,
      },
    ];
  });
}
