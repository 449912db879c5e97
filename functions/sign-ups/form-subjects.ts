import type { Deps } from "../http/deps.ts";
import { findOpinionBox } from "../opinions/opinion-subject.ts";
import { findSurvey } from "../surveys/survey.ts";
import { findEvent } from "./community-event.ts";
import type { Form } from "./form-item.ts";

/** What a form is about: its title, and the body that organises it where there is one. */
export type FormSubject = { readonly title: string; readonly organiser?: string | undefined };

/** The list whose records a kind of form belongs to, and how one of them is found. */
type Subjects = {
  readonly register: string;
  readonly find: (deps: Deps, community: string, record: string) => Promise<FormSubject | undefined>;
};

/** What each kind of form is about. A new kind is one line here and one in `functions/form/kinds`. */
export const FORM_SUBJECTS: Readonly<Record<Form["kind"], Subjects>> = {
  "sign-up": { register: "events", find: findEvent },
  survey: { register: "surveys", find: findSurvey },
  // The box hangs on the committee's record; whoever may handle cases may open and close it.
  opinion: { register: "cases", find: findOpinionBox },
};
