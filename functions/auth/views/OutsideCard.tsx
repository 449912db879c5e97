/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { CodeField } from "./CodeField.tsx";
import { Field } from "./Field.tsx";
import { wordsIn } from "./words.ts";

export type Outside = { readonly label: string; readonly isLinked: boolean };

type Props = {
  readonly language: Language;
  readonly problems: readonly FieldProblem[];
  readonly outside: Outside;
  /** Without a password the outside account is the only way in, and stays. */
  readonly hasPassword: boolean;
  /** Whether a code of the second step is asked for as well. */
  readonly isTwoStep: boolean;
};

/** Whether an account is tied to an outside one (关联外部账号), and how to change that: never without the steps of the door. */
export function OutsideCard({ language, problems, outside: { label, isLinked }, hasPassword, isTwoStep }: Props) {
  const say = wordsIn(language);
  const state = isLinked ? (hasPassword ? "outsideLinked" : "outsideOnly") : "outsideUnlinked";
  return (
    <section class="card">
      <h2>{say("outsideSignIn", { label })}</h2>
      <p class="soft">{say(state, { label })}</p>
      {hasPassword ? (
        <form method="post" action={isLinked ? "/auth/outside/unlink" : "/auth/outside/link"}>
          <Field
            language={language}
            problems={problems}
            name="outsidePassword"
            label={say("password")}
            type="password"
            autocomplete="current-password"
          />
          {isTwoStep ? <CodeField language={language} problems={problems} name="outsideCode" /> : null}
          <button class={isLinked ? "quiet" : undefined} type="submit">
            {say(isLinked ? "outsideUnlink" : "outsideLink", { label })}
          </button>
        </form>
      ) : null}
    </section>
  );
}
