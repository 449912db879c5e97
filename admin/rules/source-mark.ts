import type { InForce } from "../../shared/rules/in-force.ts";
import type { RulesWords } from "../../shared/words/rules.ts";

export type SourceState = Pick<InForce, "checked" | "control">;

/**
 * What is said of a number that is not simply the text's own: nobody has read it there (未核对, it only warns), or the
 * text gives none and the product's default acts (系统默认).
 */
export function sourceMark(words: RulesWords, { checked, control }: SourceState) {
  if (!checked) return { kind: "unchecked", text: words.unchecked, hint: words.uncheckedHint } as const;
  return control && ({ kind: "control", text: words.control, hint: words.controlHint } as const);
}
