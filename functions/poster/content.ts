import { dayOf, instantOf, minuteOf } from "../../shared/rules/calendar.ts";
import { closingOf } from "../../shared/rules/closing.ts";
import type { Language } from "../../shared/schema/label.ts";
import { dayInWords } from "../../shared/words/dates.ts";
import { opinionWords } from "../../shared/words/opinion.ts";
import { type PosterKindWords, posterWords } from "../../shared/words/poster.ts";
import { surveyFormWords } from "../../shared/words/survey-form.ts";
import type { Deps } from "../http/deps.ts";
import { findEvent } from "../sign-ups/community-event.ts";
import { committeeName, eventFacts, type Fact } from "../sign-ups/event-facts.ts";
import type { Form } from "../sign-ups/form-item.ts";
import { findSurvey } from "../surveys/survey.ts";

/** What stands on a poster (海报): the event as its notice tells it, and every way to sign up. No person. */
export type PosterContent = {
  readonly language: Language;
  readonly committee: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** The last moment, in words; empty where there is none. */
  readonly closing: string;
  readonly words: PosterKindWords;
  readonly url: string;
  /** The address as people type it. */
  readonly address: string;
  readonly phone: string | undefined;
  readonly desk: string | undefined;
  readonly signedOn: string;
};

/** What a poster says of the record its form belongs to. */
type About = Pick<PosterContent, "title" | "facts"> & { readonly before: number | undefined };

/** The poster of a form of any kind; nothing where its record is gone. */
export async function posterContent(
  deps: Deps,
  form: Form,
  origin: string,
  language: Language,
): Promise<PosterContent | undefined> {
  const about = await ABOUT[form.kind](deps, form, language);
  if (!about) return undefined;
  const last = about.before === undefined ? undefined : minuteOf(about.before - 1);
  const url = `${origin}/f/${form.code}`;
  return {
    language,
    committee: committeeName(form, language),
    title: about.title,
    facts: about.facts,
    closing:
      last === undefined ? "" : posterWords[language].moment(dayInWords(last.slice(0, 10), language), last.slice(11)),
    words: posterWords[language][form.kind],
    url,
    address: url.replace(/^https?:\/\//, ""),
    phone: form.committee.phone,
    desk: form.committee.address,
    signedOn: dayInWords(dayOf(form.openedAt), language),
  };
}

const ABOUT: Readonly<
  Record<Form["kind"], (deps: Deps, form: Form, language: Language) => Promise<About | undefined>>
> = {
  "sign-up": async (deps, form, language) => {
    const event = await findEvent(deps, form.community, form.record);
    if (!event) return undefined;
    return { title: event.title, facts: eventFacts(event, form, language), before: closingOf(event).before };
  },
  opinion: async (_deps, _form, language) => {
    const { title, poster } = opinionWords[language];
    return { title, facts: [{ label: poster.about, lines: poster.abouts }], before: undefined };
  },
  survey: async (deps, form, language) => {
    const survey = await findSurvey(deps, form.community, form.record);
    if (!survey) return undefined;
    const { why, how, nobody, byCode, asked } = posterWords[language].surveyFacts;
    const facts: (readonly [label: string, line: string])[] = [
      [why, survey.purposes[language]],
      [asked, surveyFormWords[language].count(survey.questions.length)],
      [how, survey.onePer === "household" ? byCode : nobody],
    ];
    return {
      title: survey.titles[language],
      facts: facts.filter(([, line]) => line !== "").map(([label, line]) => ({ label, lines: [line] })),
      before: survey.closes === undefined ? undefined : instantOf(survey.closes),
    };
  },
};
