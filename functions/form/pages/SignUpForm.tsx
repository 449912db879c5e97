/** @jsxImportSource hono/jsx */
import { formWords, NOTICE_VERSION } from "../../../shared/words/form.ts";
import type { CommunityEvent } from "../../sign-ups/community-event.ts";
import { Question, Tick } from "./Question.tsx";
import { sentFrom, type View } from "./view.ts";

export type SignUpFormProps = {
  readonly view: View;
  readonly event: CommunityEvent;
  readonly questions: readonly string[];
  readonly token: string;
  readonly isFull: boolean;
  /** What was entered before, and what is wrong with it. */
  readonly entered: URLSearchParams;
  readonly wrong: Readonly<Record<string, string>>;
};

/** More choices than this are typed. */
const CHOICES_MAX = 10;

/** The questions of a sign-up, sent to the page's own address. */
export function SignUpForm({ view, event, questions, token, isFull, entered, wrong }: SignUpFormProps) {
  const words = formWords[view.language];
  const labels = words.form;
  const max = event.perPhoneMax ?? 1;
  const common = (name: string) => ({ name, words, value: entered.get(name) ?? "", wrong: wrong[name] });
  const asks = (name: string) => questions.includes(name);
  return (
    <form class="card" method="post" action={sentFrom(view, token)}>
      <h2>{labels.title}</h2>
      <input type="hidden" name="token" value={token} />
      <div class="off" aria-hidden="true">
        <label for="website">{labels.leaveEmpty}</label>
        <input type="text" id="website" name="website" value="" tabindex={-1} autocomplete="off" />
      </div>
      <Question {...common("name")} label={labels.name} required autocomplete="name" max={60} />
      <Question
        {...common("phone")}
        label={labels.phone}
        hint={labels.phoneHint}
        required
        kind="tel"
        autocomplete="tel"
        max={30}
      />
      {asks("partySize") ? (
        <Question
          {...common("partySize")}
          value={entered.get("partySize") ?? "1"}
          label={labels.partySize}
          hint={labels.partyHint(max)}
          required
          kind="number"
          {...(max <= CHOICES_MAX && { choices: Array.from({ length: max }, (_, index) => String(index + 1)) })}
        />
      ) : null}
      {asks("age") ? (
        <Question
          {...common("age")}
          label={labels.age}
          {...(event.minAge !== undefined && { hint: labels.ageHint(event.minAge) })}
          kind="number"
          max={3}
        />
      ) : null}
      {asks("emergency") ? (
        <Question {...common("emergency")} label={labels.emergency} hint={labels.emergencyHint} max={80} />
      ) : null}
      {asks("health") ? (
        <>
          <Question {...common("health")} label={labels.health} hint={labels.healthHint} kind="long" max={200} />
          <Tick
            name="healthConsent"
            words={words}
            value={NOTICE_VERSION}
            checked={entered.has("healthConsent")}
            wrong={wrong.healthConsent}
          >
            {labels.healthConsent}
          </Tick>
        </>
      ) : null}
      <Tick
        name="consent"
        words={words}
        value={NOTICE_VERSION}
        checked={entered.has("consent")}
        required
        wrong={wrong.consent}
      >
        {labels.consent}
      </Tick>
      <button type="submit">{isFull ? labels.submitWaiting : labels.submit}</button>
    </form>
  );
}
