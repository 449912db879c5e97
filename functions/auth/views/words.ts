import type { Language } from "../../../shared/schema/label.ts";
import { type AuthWord, authWords } from "../../../shared/words/auth.ts";

export type Say = (word: AuthWord, params?: Readonly<Record<string, string | number>>) => string;

/** The words of a page in one language, with `{name}` filled in. */
export function wordsIn(language: Language): Say {
  return (word, params = {}) =>
    authWords[word][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
