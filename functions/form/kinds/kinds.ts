import type { Form } from "../../sign-ups/form-item.ts";
import type { FormKind } from "./kind.ts";
import { opinionForm } from "./opinion.tsx";
import { signUpForm } from "./sign-up.tsx";
import { surveyForm } from "./survey.tsx";

/** Every kind of form. A new one is a file in this folder and one line here. */
export const FORM_KINDS: Readonly<Record<Form["kind"], FormKind>> = {
  "sign-up": signUpForm,
  survey: surveyForm,
  opinion: opinionForm,
};
