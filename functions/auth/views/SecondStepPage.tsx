/** @jsxImportSource hono/jsx */
import type { Language } from "../../../shared/schema/label.ts";
import { CodeField } from "./CodeField.tsx";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

export type SecondStepProps = {
  readonly language: Language;
  readonly to: string;
  /** What the right password has earned; good for five minutes. */
  readonly ticket: string;
  readonly notice?: string;
};

/** The second door (两步验证): the code that the person's phone shows, or one from paper. */
export function SecondStepPage({ language, to, ticket, notice }: SecondStepProps) {
  const say = wordsIn(language);
  const other = new URLSearchParams({ to, lang: language === "zh" ? "en" : "zh" });
  return (
    <Page language={language} title={say("twoStep")} otherLanguage={`/auth/sign-in?${other}`}>
      <section class="card">
        <h1>{say("twoStep")}</h1>
        {notice ? (
          <p class="notice" role="alert">
            {notice}
          </p>
        ) : null}
        <form method="post" action="/auth/second-step">
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="ticket" value={ticket} />
          <CodeField language={language} name="code" />
          <button type="submit">{say("signIn")}</button>
        </form>
      </section>
    </Page>
  );
}
