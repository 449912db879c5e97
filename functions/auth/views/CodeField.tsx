/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { Field } from "./Field.tsx";
import { wordsIn } from "./words.ts";

type Props = { readonly language: Language; readonly problems?: readonly FieldProblem[]; readonly name: string };

/** Where the second step's code goes, or one from paper. */
export function CodeField({ language, problems = [], name }: Props) {
  const say = wordsIn(language);
  return (
    <Field
      {...{ language, problems, name }}
      label={say("code")}
      hint={say("codeOrRecovery")}
      autocomplete="one-time-code"
    />
  );
}
