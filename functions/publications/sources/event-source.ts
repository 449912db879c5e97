import { invalid } from "../../../shared/contract/refusal.ts";
import { minuteOf } from "../../../shared/rules/calendar.ts";
import { closingOf } from "../../../shared/rules/closing.ts";
import { itineraryProblems } from "../../../shared/rules/itinerary.ts";
import type { Source } from "../../../shared/rules/publication/freeze.ts";
import type { Label, Language } from "../../../shared/schema/label.ts";
import { dayInWords } from "../../../shared/words/dates.ts";
import { posterWords } from "../../../shared/words/poster.ts";
import type { Deps } from "../../http/deps.ts";
import { type CommunityEvent, findEvent } from "../../sign-ups/community-event.ts";
import { eventFacts } from "../../sign-ups/event-facts.ts";
import { formOf } from "../../sign-ups/form-item.ts";
import { readCommittee } from "../committee.ts";

/**
 * What a notice takes from its event (S1.1, S1.8): the facts in both languages, and the sign-up box. Refused while the
 * itinerary begins before people gather (S1.6), and once the event is cancelled.
 */
export async function eventSource(deps: Deps, community: string, id: string): Promise<Source> {
  const event = await noticedEvent(deps, community, id);
  const [form, committee] = await Promise.all([formOf(deps, community, "sign-up", id), readCommittee(deps, community)]);
  const about = form ?? {
    committee: {
      name: committee.name.zh,
      ...(committee.name.en !== committee.name.zh && { nameEn: committee.name.en }),
    },
  };
  const [zh, en] = [eventFacts(event, about, "zh"), eventFacts(event, about, "en")];
  const told = zh.map((fact, at) => ({
    label: { zh: fact.label, en: en[at]?.label ?? fact.label },
    lines: fact.lines.map((line, row): Label => ({ zh: line, en: en[at]?.lines[row] ?? line })),
  }));
  const { address, hours, phone } = committee;
  const signUp = {
    ...(form?.state === "open" && { code: form.code }),
    ...(address !== undefined && { place: address }),
    ...(hours !== undefined && { hours }),
    phones: phone === undefined ? [] : [phone],
    closing: { zh: lastMoment(event, "zh"), en: lastMoment(event, "en") },
  };
  return { event: told, signUp };
}

/** The last moment to sign up, as posters say it (S1.3). */
function lastMoment(event: CommunityEvent, language: Language): string {
  const last = minuteOf(closingOf(event).before - 1);
  return posterWords[language].moment(dayInWords(last.slice(0, 10), language), last.slice(11));
}

/** The event of a notice, as it may be announced. */
export async function noticedEvent(deps: Deps, community: string, id: string): Promise<CommunityEvent> {
  const event = await findEvent(deps, community, id);
  if (!event) throw invalid({ path: "event", code: "unknown-reference" });
  const problems = itineraryProblems({
    gather: event.gather,
    stops: event.stops?.map(({ time = null, place = null, activity = null }) => ({ time, place, activity })) ?? [],
  });
  if (problems.length > 0) throw invalid(...problems.map((problem) => ({ ...problem, path: `event.${problem.path}` })));
  if (event.status === "cancelled") throw invalid({ path: "event", code: "event-cancelled-notice" });
  return event;
}
