import type { Values } from "../../shared/schema/field.ts";

/** Names of those who have a task at the meeting (会务分工). */
export function namesOf({ officers }: Values, role: string): string {
  if (!Array.isArray(officers)) return "";
  return officers
    .flatMap((row) => (typeof row === "object" && row !== null && "role" in row && row.role === role ? [row.name] : []))
    .map(String)
    .join(" ");
}
