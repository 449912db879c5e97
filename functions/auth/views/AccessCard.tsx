/** @jsxImportSource hono/jsx */
import { minuteOf } from "../../../shared/rules/calendar.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { deviceNames } from "../../../shared/words/auth.ts";
import type { Access } from "../sessions.ts";
import { wordsIn } from "./words.ts";

export type OpenAccess = Access & { readonly isHere: boolean };

/** Where an account is signed in (登录记录), with a way to sign out there. */
export function AccessCard({
  language,
  access,
}: {
  readonly language: Language;
  readonly access: readonly OpenAccess[];
}) {
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
              <form method="post" action="/auth/sign-out-there">
                <button class="quiet" type="submit" name="id" value={id}>
                  {say("accessEnd")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
