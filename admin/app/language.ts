import type { Language } from "../../shared/schema/label.ts";

const CHOSEN = "linli.language";
let current: Language | undefined;

/** The language of everything the console shows and asks for: what was chosen here, else the browser's, else Chinese. */
export function currentLanguage(): Language {
  current ??= remembered() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "zh");
  return current;
}

export function chooseLanguage(language: Language): void {
  current = language;
  localStorage.setItem(CHOSEN, language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

function remembered(): Language | undefined {
  const language = localStorage.getItem(CHOSEN);
  return language === "zh" || language === "en" ? language : undefined;
}
