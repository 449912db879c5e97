import { planPart } from "../codes/work.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/** Documents that only the representative meeting can give itself (S7.7, S7.9). */
export const ADOPTED: ReadonlySet<string> = new Set(["charter", "pledge", "assembly"]);

/** What is wrong with a document: an issued plan has its six parts, each once, and what is issued says something. */
export function documentProblems({ kind, state, parts, body }: Values): FieldProblem[] {
  const given = Array.isArray(parts) ? parts.map((part) => String(Reflect.get(Object(part), "part"))) : [];
  const repeated = given.findIndex((part, index) => given.indexOf(part) < index);
  if (repeated >= 0) return [{ path: `parts.${repeated}.part`, code: "not-unique" }];
  if (state !== "issued") return [];
  if (kind !== "plan") return body ? [] : [{ path: "body", code: "required" }];
  const missing = Object.keys(planPart.codes).filter((part) => !given.includes(part));
  const of = { missing: missing.length, zh: wordsOf(missing, "zh"), en: wordsOf(missing, "en") };
  return missing.length === 0 ? [] : [{ path: "parts", code: "parts-missing", params: of }];
}

function wordsOf(parts: readonly string[], language: "zh" | "en"): string {
  return parts.map((part) => planPart.codes[part]?.[language] ?? part).join(language === "zh" ? "、" : ", ");
}
