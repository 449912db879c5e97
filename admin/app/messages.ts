import type { TranslationMessages } from "react-admin";
import type { Language } from "../../shared/schema/label.ts";

/** react-admin's own words in a language; each comes as a file of its own. */
export async function messagesIn(language: Language): Promise<TranslationMessages> {
  if (language === "zh") return (await import("../../shared/words/react-admin-zh.ts")).reactAdminZh;
  return (await import("ra-language-english")).default;
}
