/** @jsxImportSource hono/jsx */
import { caseType } from "../../../shared/codes/case.ts";
import { cases } from "../../../shared/registers/case.ts";
import { codeLabel } from "../../../shared/schema/codes.ts";
import { formWords } from "../../../shared/words/form.ts";
import { OPINION_NOTICE_VERSION, opinionWords } from "../../../shared/words/opinion.ts";
import { committeeName } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { Page } from "./Page.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import { Question, Tick } from "./Question.tsx";
import { Radios } from "./Radios.tsx";
import { sentFrom, type View } from "./view.ts";

export type OpinionPageProps = {
  readonly view: View;
  readonly form: Form;
  readonly types: readonly string[];
  /** Within how many days it is answered; null where that is left open. */
  readonly days: number | null;
  readonly token: string;
  readonly entered?: URLSearchParams;
  readonly wrong?: Readonly<Record<string, string>>;
};

/** The page of the opinion box (意见箱): what it is for, what is told about data, and as few questions as possible. */
export function OpinionPage(props: OpinionPageProps) {
  const { view, form, types, days, token, entered = new URLSearchParams(), wrong = {} } = props;
  const words = formWords[view.language];
  const said = opinionWords[view.language];
  const { phone } = form.committee;
  const problems = Object.entries(wrong);
  const common = (name: string) => ({ name, words, value: entered.get(name) ?? "", wrong: wrong[name] });
  return (
    <Page
      view={view}
      title={problems.length > 0 ? `${words.problems.wrong}: ${said.title}` : said.title}
      head={committeeName(form, view.language)}
      foot={phone ? <PhoneLink phone={phone} /> : null}
      switches={problems.length === 0}
    >
      {problems.length > 0 ? (
        <section class="card problems" role="alert">
          <h2>{words.problems.title(problems.length)}</h2>
          <ul>
            {problems.map(([name, text]) => (
              <li key={name}>{name === "page" ? text : <a href={`#${name}`}>{labelled(name, text, said)}</a>}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="card">
        <h1>{said.title}</h1>
        <p>{said.intro}</p>
        {days === null ? null : <p class="state">{said.answeredWithin(days)}</p>}
      </section>
      <Notice {...props} />
      <form class="card" method="post" action={sentFrom(view, token)}>
        <input type="hidden" name="token" value={token} />
        <div class="off" aria-hidden="true">
          <label for="website">{words.form.leaveEmpty}</label>
          <input type="text" id="website" name="website" value="" tabindex={-1} autocomplete="off" />
        </div>
        <Radios
          {...common("type")}
          value={entered.get("type") ?? types[0] ?? ""}
          label={said.type}
          choices={types.map((value) => ({ value, label: codeLabel(caseType, value, view.language) }))}
        />
        <Question {...common("cause")} label={said.cause} hint={said.causeHint} required kind="long" max={2000} />
        <Question {...common("place")} label={said.place} hint={said.placeHint} max={120} />
        <Question {...common("name")} label={said.name} hint={said.contactHint} autocomplete="name" max={60} />
        <Question {...common("phone")} label={said.phone} kind="tel" autocomplete="tel" max={30} />
        <Tick
          name="consent"
          words={words}
          value={OPINION_NOTICE_VERSION}
          checked={entered.has("consent")}
          required
          wrong={wrong.consent}
        >
          {said.consent}
        </Tick>
        <button type="submit">{said.submit}</button>
      </form>
    </Page>
  );
}

/** What a resident is told before anything is collected (告知, PIPL 17). */
function Notice({ view, form }: OpinionPageProps) {
  const { notice } = opinionWords[view.language];
  const { who, contact } = formWords[view.language].notice;
  const { phone, address } = form.committee;
  const rows = [
    [who, contact(committeeName(form, view.language), phone, address)],
    [notice.why, notice.whyText],
    [notice.what, notice.whatText],
    [notice.howLong, notice.keptFor(cases.retention?.days ?? 0)],
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

function labelled(name: string, text: string, said: (typeof opinionWords)["zh"]): string {
  const { type, cause, place, name: person, phone } = said;
  const label = { type, cause, place, name: person, phone }[name];
  return label === undefined ? text : `${label}: ${text}`;
}
