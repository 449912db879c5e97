import { audience } from "../../shared/codes/event.ts";
import { minuteOf } from "../../shared/rules/calendar.ts";
import { closingOf } from "../../shared/rules/closing.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Language } from "../../shared/schema/label.ts";
import { endInWords, minuteInWords } from "../../shared/words/dates.ts";
import { formWords } from "../../shared/words/form.ts";
import type { CommunityEvent } from "./community-event.ts";
import type { Form } from "./form-item.ts";

export type Fact = { readonly label: string; readonly lines: readonly string[] };

/** What residents are told about an event, in the order of a notice (通告, S1.1). */
export function eventFacts(
  event: CommunityEvent,
  form: Pick<Form, "committee" | "organiser">,
  language: Language,
): Fact[] {
  const words = formWords[language];
  const { facts } = words;
  const target = (event.target ?? []).map((code) => codeLabel(audience, code, language));
  const stops = (event.stops ?? []).map((stop) => [stop.time, stop.place, stop.activity].filter(Boolean).join(" "));
  const fee = event.fee ? words.yuan((event.fee / 100).toFixed(2).replace(/\.00$/, "")) : words.free;
  const all: [string, readonly (string | undefined)[]][] = [
    [facts.gather, [minuteInWords(event.gather, language)]],
    [facts.place, [event.place]],
    [facts.end, [endInWords(event.gather, event.end, language)]],
    [facts.stops, [...stops, event.commercialStop ? words.commercialStop : undefined]],
    [facts.fee, [fee]],
    [facts.target, [target.join(language === "zh" ? "、" : ", ")]],
    [facts.organiser, [form.organiser ?? committeeName(form, language)]],
    [facts.coOrganisers, [event.coOrganisers]],
  ];
  return all
    .map(([label, lines]) => ({ label, lines: lines.filter((line): line is string => Boolean(line)) }))
    .filter(({ lines }) => lines.length > 0);
}

/** The last second at which people may sign up, in words (S1.3). */
export function closingInWords(event: CommunityEvent, language: Language): string {
  return `${minuteInWords(minuteOf(closingOf(event).before - 1), language)}:59`;
}

export function committeeName({ committee }: Pick<Form, "committee">, language: Language): string {
  return (language === "en" ? committee.nameEn : undefined) ?? committee.name;
}
