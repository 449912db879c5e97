/** @jsxImportSource hono/jsx */
import type { Label, Language } from "../../../shared/schema/label.ts";
import type { DemoEntry } from "../demo.ts";
import { Field } from "./Field.tsx";
import { OutsideForm } from "./OutsideForm.tsx";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

export type SignInProps = {
  readonly language: Language;
  /** Where to go afterwards, a path of ours. */
  readonly to: string;
  readonly login?: string;
  readonly notice?: string;
  readonly demo: readonly DemoEntry[];
  /** What people call the outside issuer, where there is one. */
  readonly outside?: Label | undefined;
};

/** The door (登录页): login name and password, the outside issuer if any, and in a demo one button for each role. */
export function SignInPage({ language, to, login = "", notice, demo, outside }: SignInProps) {
  const say = wordsIn(language);
  const other = new URLSearchParams({ to, lang: language === "zh" ? "en" : "zh" });
  return (
    <Page language={language} title={say("signIn")} otherLanguage={`/auth/sign-in?${other}`}>
      {demo.length > 0 ? <Roles language={language} to={to} demo={demo} /> : null}
      <section class="card">
        <h1>{say("signIn")}</h1>
        {notice ? (
          <p class="notice" role="alert">
            {notice}
          </p>
        ) : null}
        <form method="post" action="/auth/sign-in">
          <input type="hidden" name="to" value={to} />
          <Field name="login" label={say("login")} language={language} value={login} autocomplete="username" />
          <Field
            name="password"
            label={say("password")}
            language={language}
            type="password"
            autocomplete="current-password"
          />
          <button type="submit">{say("signIn")}</button>
        </form>
        <OutsideForm language={language} outside={outside} action="/auth/outside/start" word="outsideSignIn">
          <input type="hidden" name="to" value={to} />
        </OutsideForm>
      </section>
      <p class="foot">{say("forgotten")}</p>
    </Page>
  );
}

function Roles({ language, to, demo }: Pick<SignInProps, "language" | "to" | "demo">) {
  const say = wordsIn(language);
  return (
    <section class="card">
      <h2>{say("demo")}</h2>
      <p class="soft">{say("demoNote")}</p>
      <form method="post" action="/auth/demo">
        <input type="hidden" name="to" value={to} />
        <ul class="roles">
          {demo.map(({ login, label, note }) => (
            <li key={login}>
              <button type="submit" name="login" value={login}>
                {label[language]}
                {note ? <small>{note[language]}</small> : null}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}
