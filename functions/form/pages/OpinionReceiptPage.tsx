/** @jsxImportSource hono/jsx */
import { satisfaction } from "../../../shared/codes/case.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { isLate } from "../../../shared/rules/flow.ts";
import { printedCode } from "../../../shared/rules/short-code.ts";
import { codeLabel } from "../../../shared/schema/codes.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { dayInWords } from "../../../shared/words/dates.ts";
import { formWords } from "../../../shared/words/form.ts";
import { opinionWords } from "../../../shared/words/opinion.ts";
import type { StoredRecord } from "../../store/records.ts";
import { Page } from "./Page.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import { Radios } from "./Radios.tsx";
import { sentFrom, type View } from "./view.ts";

export type OpinionReceiptProps = {
  readonly view: View;
  readonly record: StoredRecord;
  readonly today: string;
  readonly committee: string | undefined;
  readonly phone: string | undefined;
  /** The printed code, for those who left a phone. */
  readonly code: string | undefined;
  readonly wrong?: string;
};

/** An opinion as who sent it sees it (回执): where it stands, the answer, and one rating. No name, also not of staff. */
export function OpinionReceiptPage(props: OpinionReceiptProps) {
  const { view, record, today, committee, phone, code, wrong } = props;
  const { receipt } = opinionWords[view.language];
  const { values, stage } = record;
  const state = String(values.state);
  const title = receipt.states[state] ?? state;
  const day = (value: unknown) => (typeof value === "string" ? dayInWords(value, view.language) : "");
  const isWaiting = ["received", "classified", "sent"].includes(state) && stage?.due !== undefined;
  return (
    <Page
      view={view}
      title={title}
      head={committee}
      foot={phone ? <PhoneLink phone={phone} /> : null}
      state={state}
      switches={wrong === undefined}
    >
      <section class="card">
        <h1>{title}</h1>
        {isWaiting && stage ? (
          <p class={isLate(stage, today) ? "state full" : "state"}>
            {receipt.dueBy(day(stage.due))}
            {isLate(stage, today) ? <br /> : null}
            {isLate(stage, today) ? receipt.late : null}
          </p>
        ) : null}
        {values.sentTo ? <p>{receipt.sentTo(String(values.sentTo))}</p> : null}
        <p class="hint">{receipt.keep}</p>
        {code === undefined ? null : (
          <>
            <h2>{receipt.code}</h2>
            <p class="code">{printedCode(code)}</p>
            <p class="hint">{receipt.codeText}</p>
          </>
        )}
      </section>
      {values.answer ? (
        <section class="card">
          <h2>{receipt.answer}</h2>
          <p class="hint">{receipt.answeredOn(day(values.answered))}</p>
          <Written text={String(values.answer)} />
        </section>
      ) : null}
      {wrong ? (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      {state === "answered" ? <Rating {...props} by={day(stage?.due)} /> : null}
      {values.satisfied && state !== "answered" ? (
        <p class="state">{receipt.rated(codeLabel(satisfaction, String(values.satisfied), view.language))}</p>
      ) : null}
      <section class="card">
        <h2>{receipt.said}</h2>
        <Written text={String(values.cause ?? "")} />
        <h2>{receipt.steps}</h2>
        <dl>{stepsOf(record, view.language)}</dl>
      </section>
    </Page>
  );
}

function stepsOf({ steps = [] }: StoredRecord, language: Language) {
  const { states } = opinionWords[language].receipt;
  return steps.map(({ to, at, on }) => (
    <>
      <dt>{states[to] ?? to}</dt>
      <dd>{dayInWords(on ?? dayOf(at), language)}</dd>
    </>
  ));
}

function Written({ text }: { readonly text: string }) {
  return (
    <>
      {text.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Rating({ view, by }: OpinionReceiptProps & { readonly by: string }) {
  const { receipt } = opinionWords[view.language];
  const choices = ["5", "4", "3", "2", "1"].map((value) => ({
    value,
    label: codeLabel(satisfaction, value, view.language),
  }));
  return (
    <form class="card" method="post" action={sentFrom(view)}>
      <input type="hidden" name="action" value="rate" />
      <p class="hint">{receipt.rateText(by)}</p>
      <Radios
        name="satisfied"
        label={receipt.rate}
        words={formWords[view.language]}
        value=""
        wrong={undefined}
        choices={choices}
      />
      <button type="submit">{receipt.rateSubmit}</button>
    </form>
  );
}
