import type { Language } from "../../shared/schema/label.ts";
import type { Parameter } from "../../shared/schema/parameter.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import type { RulesWords } from "../../shared/words/rules.ts";

/** Within which bounds a committee may set a number, in words; undefined where it is free. */
export function limitText(parameter: Parameter, words: RulesWords, language: Language): string | undefined {
  const { min, max, threshold } = parameter.limits ?? {};
  const show = (value: Parameters<typeof shownParameter>[1]) => shownParameter(parameter, value, language);
  const parts = [
    min === undefined ? "" : words.limitMin(show(min)),
    max === undefined ? "" : words.limitMax(show(max)),
    threshold === undefined ? "" : words.limitThreshold(show(threshold)),
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(language === "zh" ? "，" : ", ") : undefined;
}
