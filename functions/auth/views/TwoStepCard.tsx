/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { CodeField } from "./CodeField.tsx";
import { Field } from "./Field.tsx";
import { wordsIn } from "./words.ts";

type Props = {
  readonly language: Language;
  readonly problems: readonly FieldProblem[];
  /** How many recovery codes are left; undefined while the second step is off. */
  readonly recoveryLeft: number | undefined;
};

/** Whether an account takes a second step, and how to change that: never without the password. */
export function TwoStepCard({ language, problems, recoveryLeft }: Props) {
  const say = wordsIn(language);
  const common = { language, problems } as const;
  const password = (
    <Field {...common} name="twoStepPassword" label={say("password")} type="password" autocomplete="current-password" />
  );
  if (recoveryLeft === undefined) {
    return (
      <section class="card">
        <h2>{say("twoStep")}</h2>
        <p class="soft">{say("twoStepOff")}</p>
        <form method="post" action="/auth/two-step/prepare">
          {password}
          <button type="submit">{say("twoStepStart")}</button>
        </form>
      </section>
    );
  }
  return (
    <section class="card">
      <h2>{say("twoStep")}</h2>
      <p class="soft">{say("twoStepOn", { codes: recoveryLeft })}</p>
      <form method="post" action="/auth/two-step/codes">
        {password}
        <CodeField {...common} name="twoStepCode" />
        <button type="submit">{say("recoveryNew")}</button>
        <button class="quiet" type="submit" formaction="/auth/two-step/off">
          {say("twoStepStop")}
        </button>
      </form>
    </section>
  );
}
