/** @jsxImportSource hono/jsx */
import type { Language } from "../../../shared/schema/label.ts";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

export type MessageProps = {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  /** What else stands in the address of the page. */
  readonly here?: URLSearchParams;
  /** Where to go on, when not to the door. */
  readonly onward?: { readonly to: string; readonly text: string };
};

/** A page that only says something, with the way on. */
export function MessagePage({ language, title, text, here, onward }: MessageProps) {
  const other = new URLSearchParams({ ...Object.fromEntries(here ?? []), lang: language === "zh" ? "en" : "zh" });
  return (
    <Page language={language} title={title} otherLanguage={`?${other}`}>
      <section class="card">
        <h1>{title}</h1>
        <p>{text}</p>
        <a class="button" href={onward?.to ?? "/auth/sign-in"}>
          {onward?.text ?? wordsIn(language)("toSignIn")}
        </a>
      </section>
    </Page>
  );
}
