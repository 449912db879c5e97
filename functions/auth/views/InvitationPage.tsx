/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import type { Label, Language } from "../../../shared/schema/label.ts";
import { Field } from "./Field.tsx";
import { OutsideForm } from "./OutsideForm.tsx";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

export type InvitationProps = {
  readonly language: Language;
  readonly path: string;
  readonly name: string;
  /** The login the account already has; then only the password is chosen anew. */
  readonly fixedLogin?: string | undefined;
  readonly login?: string;
  readonly problems?: readonly FieldProblem[];
  /** What people call the outside issuer, where there is one. */
  readonly outside?: Label | undefined;
};

/** The page behind an invitation: its person chooses a login name and a password, or signs in with an outside account. */
export function InvitationPage({
  language,
  path,
  name,
  fixedLogin,
  login = "",
  problems = [],
  outside,
}: InvitationProps) {
  const say = wordsIn(language);
  const common = { language, problems };
  return (
    <Page
      language={language}
      title={say("invitationTitle")}
      otherLanguage={`${path}?lang=${language === "zh" ? "en" : "zh"}`}
    >
      <section class="card">
        <h1>{say("invitationTitle")}</h1>
        <p>{say("invitationText", { name })}</p>
        <form method="post" action={`${path}?sent=1`}>
          {fixedLogin === undefined ? (
            <Field
              {...common}
              name="login"
              label={say("login")}
              value={login}
              hint={say("loginHint")}
              autocomplete="username"
            />
          ) : (
            <>
              <p>
                {say("login")}: <strong>{fixedLogin}</strong>
              </p>
              <input type="hidden" name="login" value={fixedLogin} autocomplete="username" />
            </>
          )}
          <Field
            {...common}
            name="password"
            label={say("password")}
            type="password"
            hint={say("passwordHint")}
            autocomplete="new-password"
          />
          <Field {...common} name="repeat" label={say("repeat")} type="password" autocomplete="new-password" />
          <button type="submit">{say("start")}</button>
        </form>
        <OutsideForm language={language} outside={outside} action={`${path}/outside`} word="outsideInstead" />
      </section>
    </Page>
  );
}
