/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { AccessCard, type OpenAccess } from "./AccessCard.tsx";
import { CodeField } from "./CodeField.tsx";
import { Field } from "./Field.tsx";
import { type Outside, OutsideCard } from "./OutsideCard.tsx";
import { Page } from "./Page.tsx";
import { TwoStepCard } from "./TwoStepCard.tsx";
import { wordsIn } from "./words.ts";

export type AccountProps = {
  readonly language: Language;
  readonly name: string;
  readonly login: string;
  /** Whether there is one to change; who signs in with an outside account alone has none. */
  readonly hasPassword?: boolean;
  readonly isChanged?: boolean;
  /** Whether the second step has to be switched on before anything else can be done. */
  readonly isRequired?: boolean;
  readonly problems?: readonly FieldProblem[];
  /** How many recovery codes are left; undefined while the second step is off. */
  readonly recoveryLeft: number | undefined;
  /** The outside issuer, where the installation has one. */
  readonly outside?: Outside | undefined;
  /** Where the account is signed in, and its tokens. */
  readonly access: readonly OpenAccess[];
};

/** One's own account (我的账号): change the password, sign out here or everywhere. */
export function AccountPage({
  language,
  name,
  login,
  hasPassword = true,
  isChanged = false,
  isRequired = false,
  problems = [],
  recoveryLeft,
  outside,
  access,
}: AccountProps) {
  const say = wordsIn(language);
  const common = { language, problems, type: "password" } as const;
  return (
    <Page
      language={language}
      title={say("account")}
      otherLanguage={`/auth/account?lang=${language === "zh" ? "en" : "zh"}`}
    >
      <section class="card">
        <h1>{say("account")}</h1>
        <p>{login === "" ? say("signedInByName", { name }) : say("signedInAs", { name, login })}</p>
        {isRequired ? (
          <p class="notice" role="alert">
            {say("twoStepRequired")}
          </p>
        ) : (
          <a class="button" href="/admin/">
            {say("back")}
          </a>
        )}
        <form method="post" action="/auth/sign-out">
          <button class="quiet" type="submit">
            {say("signOut")}
          </button>
        </form>
      </section>
      {hasPassword ? (
        <section class="card">
          <h2>{say("changePassword")}</h2>
          {isChanged ? (
            <p class="notice good" role="status">
              {say("passwordChanged")}
            </p>
          ) : null}
          <form method="post" action="/auth/password">
            <Field {...common} name="current" label={say("currentPassword")} autocomplete="current-password" />
            {recoveryLeft === undefined ? null : (
              <CodeField language={language} problems={problems} name="currentCode" />
            )}
            <Field
              {...common}
              name="password"
              label={say("newPassword")}
              hint={say("passwordHint")}
              autocomplete="new-password"
            />
            <Field {...common} name="repeat" label={say("repeat")} autocomplete="new-password" />
            <button type="submit">{say("save")}</button>
          </form>
        </section>
      ) : null}
      {hasPassword ? <TwoStepCard language={language} problems={problems} recoveryLeft={recoveryLeft} /> : null}
      {outside ? (
        <OutsideCard {...{ language, problems, outside, hasPassword }} isTwoStep={recoveryLeft !== undefined} />
      ) : null}
      <AccessCard {...{ language, problems, access, hasPassword }} />
    </Page>
  );
}
