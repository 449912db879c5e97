import { type FieldProblem, Refusal } from "../../shared/contract/refusal.ts";

/** No document of ours nests deeper; a deeper one is meant to hurt. */
const DEPTH_MAX = 32;
const NUL = String.fromCharCode(0);

/** Refuses what no field may hold, whatever its schema: half characters, null bytes, endless numbers, deep nesting. */
export function checkPlain(value: unknown): void {
  const problems: FieldProblem[] = [];
  walk(value, "", 0, problems);
  if (problems.length > 0) throw new Refusal("invalid-fields", problems);
}

function walk(value: unknown, path: string, depth: number, problems: FieldProblem[]): void {
  if (depth > DEPTH_MAX) throw new Refusal("unreadable", [{ path: "", code: "too-deep" }]);
  if (typeof value === "string" && isBroken(value)) problems.push({ path, code: "broken-text" });
  if (typeof value === "number" && !Number.isFinite(value)) problems.push({ path, code: "not-a-number" });
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const innerPath = path === "" ? key : `${path}.${key}`;
    if (key === "__proto__") problems.push({ path: innerPath, code: "unknown-field" });
    else if (isBroken(key)) problems.push({ path, code: "broken-text" });
    else walk(inner, innerPath, depth + 1, problems);
  }
}

/** Half of a surrogate pair, or a null byte: no database and no file keeps these faithfully. */
export function isBroken(text: string): boolean {
  return /\p{Surrogate}/u.test(text) || text.includes(NUL);
}
