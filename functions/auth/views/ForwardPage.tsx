/** @jsxImportSource hono/jsx */
import type { Language } from "../../../shared/schema/label.ts";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

export type ForwardProps = {
  readonly language: Language;
  readonly label: string;
  /** Where the issuer asks who somebody is. */
  readonly address: string;
};

/**
 * Takes the browser to the outside issuer by itself. A page in between, because browsers hold a form's redirects against
 * `form-action` along the whole way, and which hosts an issuer passes people on to is not ours to know: so no page of
 * ours may send a form anywhere but here.
 */
export function ForwardPage({ language, label, address }: ForwardProps) {
  const say = wordsIn(language);
  return (
    <Page
      language={language}
      title={say("signIn")}
      otherLanguage={`/auth/sign-in?lang=${language === "zh" ? "en" : "zh"}`}
      onward={address}
    >
      <section class="card">
        <h1>{say("outsideForward", { label })}</h1>
        <p>{say("outsideForwardHint")}</p>
        <a class="button" href={address}>
          {say("outsideOn")}
        </a>
      </section>
    </Page>
  );
}
