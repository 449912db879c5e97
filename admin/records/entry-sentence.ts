import { consoleWords } from "../../shared/words/console.ts";
import type { fieldSentence } from "../../shared/words/problems.ts";
import { later } from "../sheet/later.ts";

const words = later(() => import("../../shared/words/problems.ts"));

/** Has the sentences for wrong entries fetched when the list stands, before anybody can have typed one. */
export function fetchEntryWords(): void {
  words.loadWhenIdle();
}

/**
 * What is wrong with an entry, in a sentence. Where the sentences could not be fetched yet, because the line is broken,
 * it only says that the entry is not right.
 */
export const entrySentence: typeof fieldSentence = (code, language, params) => {
  const known = words.get();
  if (known) return known.fieldSentence(code, language, params);
  void words.load();
  return consoleWords[language].notTaken;
};
