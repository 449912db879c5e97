import { dayOf, minuteOf } from "../../shared/rules/calendar.ts";
import { closingOf } from "../../shared/rules/closing.ts";
import type { Language } from "../../shared/schema/label.ts";
import { dayInWords } from "../../shared/words/dates.ts";
import { posterWords } from "../../shared/words/poster.ts";
import type { CommunityEvent } from "../sign-ups/community-event.ts";
import { committeeName, eventFacts, type Fact } from "../sign-ups/event-facts.ts";
import type { Form } from "../sign-ups/form-item.ts";

/** What stands on a poster (海报): the event as its notice tells it, and every way to sign up. No person. */
export type PosterContent = {
  readonly language: Language;
  readonly committee: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly closing: string;
  readonly url: string;
  /** The address as people type it. */
  readonly address: string;
  readonly phone: string | undefined;
  readonly desk: string | undefined;
  readonly signedOn: string;
};

export function posterContent(event: CommunityEvent, form: Form, origin: string, language: Language): PosterContent {
  const last = minuteOf(closingOf(event).before - 1);
  const url = `${origin}/f/${form.code}`;
  return {
    language,
    committee: committeeName(form, language),
    title: event.title,
    facts: eventFacts(event, form, language),
    closing: posterWords[language].moment(dayInWords(last.slice(0, 10), language), last.slice(11)),
    url,
    address: url.replace(/^https?:\/\//, ""),
    phone: form.committee.phone,
    desk: form.committee.address,
    signedOn: dayInWords(dayOf(form.openedAt), language),
  };
}
