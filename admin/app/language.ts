import type { Language } from "../../shared/schema/label.ts";

const CHOSEN = "linli.language";
let current: Language | undefined;
const listeners = new Set<() => void>();

/** The language of everything the console shows and asks for: what was chosen here, else the browser's, else Chinese. */
export function currentLanguage(): Language {
  if (!current) {
    current = remembered() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "zh");
    tellBrowser(current);
  }
  return current;
}

/** Calls back when another language was chosen. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function chooseLanguage(language: Language): void {
  current = language;
  localStorage.setItem(CHOSEN, language);
  tellBrowser(language);
  for (const listener of listeners) listener();
}

/** Screen readers choose their voice by it. */
function tellBrowser(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

function remembered(): Language | undefined {
  const language = localStorage.getItem(CHOSEN);
  return language === "zh" || language === "en" ? language : undefined;
}
