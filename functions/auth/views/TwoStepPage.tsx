/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import { qrPath } from "../../../shared/qr/qr-path.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { Field } from "./Field.tsx";
import { Page } from "./Page.tsx";
import { wordsIn } from "./words.ts";

type Props = {
  readonly language: Language;
  /** What the app reads from the code, and the key in it for who types it in. */
  readonly address: string;
  readonly secret: string;
  readonly problems?: readonly FieldProblem[];
};

/** Shows the secret of the second step once, and asks for its first code (开启两步验证). */
export function TwoStepPage({ language, address, secret, problems = [] }: Props) {
  const say = wordsIn(language);
  const { size, path } = qrPath(address);
  return (
    <Page language={language} title={say("twoStep")} otherLanguage={accountIn(language)}>
      <section class="card">
        <h1>{say("twoStep")}</h1>
        <p>{say("twoStepScan")}</p>
        <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say("twoStep")}>
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <p class="soft">{say("twoStepByHand")}</p>
        <p class="key">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
        <form method="post" action="/auth/two-step/confirm">
          <Field
            name="code"
            label={say("code")}
            hint={say("codeHint")}
            language={language}
            problems={problems}
            autocomplete="one-time-code"
          />
          <button type="submit">{say("confirm")}</button>
        </form>
      </section>
    </Page>
  );
}

/** Shows the recovery codes, this one time. */
export function RecoveryPage({ language, codes }: { readonly language: Language; readonly codes: readonly string[] }) {
  const say = wordsIn(language);
  return (
    <Page language={language} title={say("recoveryTitle")} otherLanguage={accountIn(language)}>
      <section class="card">
        <h1>{say("recoveryTitle")}</h1>
        <p>{say("recoveryText")}</p>
        <ol class="codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <a class="button" href="/auth/account">
          {say("recoveryKept")}
        </a>
      </section>
    </Page>
  );
}

const accountIn = (language: Language) => `/auth/account?lang=${language === "zh" ? "en" : "zh"}`;
