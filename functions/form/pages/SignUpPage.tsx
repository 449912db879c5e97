/** @jsxImportSource hono/jsx */
import { formWords } from "../../../shared/words/form.ts";
import type { CommunityEvent } from "../../sign-ups/community-event.ts";
import { committeeName, eventFacts } from "../../sign-ups/event-facts.ts";
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
              <li key={name}>{name === "page" ? text : <a href={`#${name}`}>{text}</a>}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="card">
        <h1>{event.title}</h1>
        <p class={isFull ? "state full" : "state"}>{placesInWords(places, words)}</p>
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

function placesInWords({ left, waiting }: SignUpPageProps["places"], words: (typeof formWords)["zh"]): string {
  if (left === undefined) return words.unlimited;
  return left > 0 ? words.left(left) : words.full(waiting);
}
