/** @jsxImportSource hono/jsx */
import { formWords } from "../../../shared/words/form.ts";
import type { CommunityEvent } from "../../sign-ups/community-event.ts";
import { closingInWords, committeeName, eventFacts } from "../../sign-ups/event-facts.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { EventFacts } from "./EventFacts.tsx";
import { Notice } from "./Notice.tsx";
import { Page } from "./Page.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import { SignUpForm } from "./SignUpForm.tsx";
import type { View } from "./view.ts";

export type SignUpPageProps = {
  readonly view: View;
  readonly event: CommunityEvent;
  readonly form: Form;
  readonly questions: readonly string[];
  readonly token: string;
  /** Places nobody has yet (undefined: no limit), and persons who wait. */
  readonly places: { readonly left: number | undefined; readonly waiting: number };
  readonly entered?: URLSearchParams;
  /** What is wrong, by question; `page` for what concerns none of them. */
  readonly wrong?: Readonly<Record<string, string>>;
};

/** The sign-up page of an event (报名页): the notice of the event, the notice about data, the questions. */
export function SignUpPage(props: SignUpPageProps) {
  const { view, event, form, questions, token, places, entered = new URLSearchParams(), wrong = {} } = props;
  const words = formWords[view.language];
  const { phone, address } = form.committee;
  const isFull = places.left === 0;
  const problems = Object.entries(wrong);
  const title = problems.length > 0 ? `${words.problems.wrong}: ${event.title}` : event.title;
  return (
    <Page
      view={view}
      title={title}
      head={committeeName(form, view.language)}
      foot={
        phone || address ? (
          <>
            <p>{words.byPhone(phone, address)}</p>
            {phone ? <PhoneLink phone={phone} /> : null}
          </>
        ) : null
      }
      switches={problems.length === 0}
    >
      {problems.length > 0 ? (
        <section class="card problems" role="alert">
          <h2>{words.problems.title(problems.length)}</h2>
          <ul>
            {problems.map(([name, text]) => (
              <li key={name}>{name === "page" ? text : <a href={`#${name}`}>{labelled(name, text, words)}</a>}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="card">
        <h1>{event.title}</h1>
        <p class={isFull ? "state full" : "state"}>
          {placesInWords(places, words)}
          <br />
          {words.closing(closingInWords(event, view.language))}
        </p>
        <EventFacts facts={eventFacts(event, form, view.language)} />
      </section>
      <Notice language={view.language} event={event} form={form} questions={questions} />
      <SignUpForm
        view={view}
        event={event}
        questions={questions}
        token={token}
        isFull={isFull}
        entered={entered}
        wrong={wrong}
      />
    </Page>
  );
}

/** The question's own name before what is wrong with it; a thing to agree to says so itself. */
function labelled(name: string, text: string, { form }: (typeof formWords)["zh"]): string {
  const labels: Readonly<Record<string, string>> = {
    name: form.name,
    phone: form.phone,
    partySize: form.partySize,
    age: form.age,
    emergency: form.emergency,
    health: form.health,
  };
  return labels[name] === undefined ? text : `${labels[name]}: ${text}`;
}

function placesInWords({ left, waiting }: SignUpPageProps["places"], words: (typeof formWords)["zh"]): string {
  if (left === undefined) return words.unlimited;
  return left > 0 ? words.left(left) : words.full(waiting);
}
