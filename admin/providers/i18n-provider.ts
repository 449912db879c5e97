import polyglotI18nProvider from "ra-i18n-polyglot";
import type { I18nProvider, TranslationMessages } from "react-admin";
import type { Language } from "../../shared/schema/label.ts";
import { languageNames } from "../../shared/words/console.ts";
import { chooseLanguage, currentLanguage } from "../app/language.ts";
import { messagesIn } from "../app/messages.ts";
import type { RegisterView } from "./contract.ts";

/** Words of react-admin and the names of the lists. `first` are the messages of the language at the start. */
export function createI18nProvider(first: TranslationMessages, registers: readonly RegisterView[]): I18nProvider {
  const start = currentLanguage();
  const complete = (messages: TranslationMessages, language: Language): TranslationMessages => ({
    ...messages,
    resources: Object.fromEntries(registers.map(({ name, label }) => [name, { name: label[language] }])),
  });
  const provider = polyglotI18nProvider(
    (locale) => {
      const language = locale === "en" ? "en" : "zh";
      if (language === start) return complete(first, language);
      return messagesIn(language).then((messages) => complete(messages, language));
    },
    start,
    languageNames,
  );
  return {
    ...provider,
    async changeLocale(locale) {
      const language = locale === "en" ? "en" : "zh";
      chooseLanguage(language);
      await provider.changeLocale(language);
    },
  };
}
