/** @jsxImportSource hono/jsx */
import { printedCode } from "../../../shared/rules/short-code.ts";
import { formWords } from "../../../shared/words/form.ts";
import type { CommunityEvent } from "../../sign-ups/community-event.ts";
import type { Fact } from "../../sign-ups/event-facts.ts";
import { EventFacts } from "./EventFacts.tsx";
import { Page } from "./Page.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import { sentFrom, type View } from "./view.ts";

export type ReceiptPageProps = {
  readonly view: View;
  readonly event: CommunityEvent;
  readonly facts: readonly Fact[];
  readonly committee: string;
  readonly phone: string | undefined;
  readonly state: "ok" | "waiting" | "cancelled";
  readonly rank: number | undefined;
  readonly code: string;
  readonly persons: number;
  readonly lastDigits: string;
  readonly canCancel: boolean;
};

/** A sign-up as its owner sees it (回执): what it is now, what for, and how to give it up. Never a name. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { view, event, facts, committee, phone, state, rank, code, persons, lastDigits, canCancel } = props;
  const { receipt } = formWords[view.language];
  const [title, text] = {
    ok: [receipt.ok, receipt.okText],
    waiting: [receipt.waiting(rank ?? 1), receipt.waitingText],
    cancelled: [receipt.cancelled, receipt.cancelledText],
  }[state];
  return (
    <Page
      view={view}
      title={`${title} · ${event.title}`}
      head={committee}
      foot={phone ? <PhoneLink phone={phone} /> : null}
      state={state}
    >
      <section class="card">
        <h1>{title}</h1>
        <p class={state === "ok" ? "state" : "state full"}>{text}</p>
        <p>{receipt.persons(persons, lastDigits)}</p>
        {state === "cancelled" ? null : (
          <>
            <h2>{receipt.code}</h2>
            <p class="code">{printedCode(code)}</p>
            <p class="hint">{receipt.codeText}</p>
          </>
        )}
      </section>
      <section class="card">
        <h2>{event.title}</h2>
        <EventFacts facts={facts} />
      </section>
      {canCancel ? (
        <details class="card">
          <summary>{receipt.cancel}</summary>
          <form method="post" action={sentFrom(view)}>
            <input type="hidden" name="action" value="cancel" />
            <p class="hint">{receipt.cancelText}</p>
            <button class="stop" type="submit">
              {receipt.confirmCancel}
            </button>
          </form>
        </details>
      ) : null}
      <p>
        <a class="go" href={`/r/find${view.query}`}>
          {receipt.findAnother}
        </a>
      </p>
    </Page>
  );
}
