/** @jsxImportSource hono/jsx */
import type { Language } from "../../../shared/schema/label.ts";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

export type MessageProps = { readonly language: Language; readonly title: string; readonly text: string };

/** A page that only says something, with the way to the door. */
export function MessagePage({ language, title, text }: MessageProps) {
  const other = language === "zh" ? "en" : "zh";
  return (
    <Page language={language} title={title} otherLanguage={`?lang=${other}`}>
      <section class="card">
        <h1>{title}</h1>
        <p>{text}</p>
        <a class="button" href="/auth/sign-in">
          {wordsIn(language)("toSignIn")}
        </a>
      </section>
    </Page>
  );
}
