import { useLocale } from "react-admin";
import type { Language } from "../../shared/schema/label.ts";
import { type ConsoleWords, consoleWords } from "../../shared/words/console.ts";

/** The language the console is shown in. */
export function useLanguage(): Language {
  return useLocale() === "en" ? "en" : "zh";
}

export function useWords(): ConsoleWords {
  return consoleWords[useLanguage()];
}
