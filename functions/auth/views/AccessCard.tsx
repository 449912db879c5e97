/** @jsxImportSource hono/jsx */

import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import { minuteOf } from "../../../shared/rules/calendar.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { deviceNames } from "../../../shared/words/auth.ts";
import type { Access } from "../sessions.ts";
import { Field } from "./Field.tsx";
import { wordsIn } from "./words.ts";

export type OpenAccess = Access & { readonly isHere: boolean };

type Props = {
  readonly language: Language;
  readonly problems: readonly FieldProblem[];
  readonly access: readonly OpenAccess[];
  /** Who signs in with an outside account alone has none to give. */
  readonly hasPassword: boolean;
};

/** Where an account is signed in (登录记录), with a way to sign out there or everywhere, for which the password is given. */
export function AccessCard({ language, problems, access, hasPassword }: Props) {
  const say = wordsIn(language);
  const deviceIn = (label: string) =>
    label
      .split(", ")
      .map((part) => deviceNames[part]?.[language] ?? part)
      .join(", ");
  const minute = (instant: number) => minuteOf(instant).replace("T", " ");
  return (
    <section class="card">
      <h2>{say("access")}</h2>
      <form method="post" action="/auth/sign-out-there">
        {/* Enter in the password presses the first button of a form: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        {hasPassword ? (
          <Field
            {...{ language, problems }}
            name="accessPassword"
            label={say("password")}
            hint={say("accessHint")}
            type="password"
            autocomplete="current-password"
          />
        ) : null}
        <ul class="access">
          {access.map(({ id, kind, label, at, expiresAt, isHere }) => (
            <li key={id}>
              <span>
                {label ? deviceIn(label) : say("accessUnknown")}
                <small>
                  {kind === "bearer"
                    ? say("accessToken", { until: minute(expiresAt) })
                    : say("accessSession", { at: minute(at) })}
                </small>
              </span>
              {isHere ? (
                <small>{say("accessHere")}</small>
              ) : (
                <button class="quiet" type="submit" name="id" value={id}>
                  {say("accessEnd")}
                </button>
              )}
            </li>
          ))}
        </ul>
        <h2>{say("signOutEverywhere")}</h2>
        <p class="soft">{say("signOutEverywhereHint")}</p>
        <button class="quiet" type="submit" formaction="/auth/sign-out-everywhere">
          {say("signOutEverywhere")}
        </button>
      </form>
    </section>
  );
}
