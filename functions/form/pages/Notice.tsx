/** @jsxImportSource hono/jsx */
import { signUps } from "../../../shared/registers/sign-up.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { formWords, purposeOf } from "../../../shared/words/form.ts";
import { type CommunityEvent, isTrip } from "../../sign-ups/community-event.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";

export type NoticeProps = {
  readonly language: Language;
  readonly event: CommunityEvent;
  readonly form: Form;
  readonly questions: readonly string[];
};

/** What a resident is told before anything is collected (告知, PIPL 17): who, why, what, how long, and their rights. */
export function Notice({ language, event, form, questions }: NoticeProps) {
  const { notice, form: labels } = formWords[language];
  const { phone, address } = form.committee;
  const kinds = [
    [labels.name, labels.phone].join(language === "zh" ? "、" : ", "),
    questions.includes("age") ? notice.whatAge : "",
    questions.includes("partySize") ? notice.whatParty : "",
    isTrip(event) ? notice.whatTrip : "",
  ].join("");
  const rows = [
    [notice.who, notice.contact(committeeName(form, language), phone, address)],
    [notice.why, [purposeOf(event.title, language), isTrip(event) ? notice.whyTrip : ""].join(" ")],
    [notice.what, `${kinds}${language === "zh" ? "。" : "."}`],
    [notice.howLong, notice.keptFor(signUps.retention?.days ?? 0)],
    [notice.rights, notice.yours(phone)],
  ];
  return (
    <section class="card notice">
      <h2>{notice.title}</h2>
      <dl>
        {rows.map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
