/** @jsxImportSource hono/jsx */
import type { FieldProblem } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { fieldSentence } from "../../../shared/words/problems.ts";

export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly language: Language;
  readonly type?: "text" | "password";
  readonly value?: string;
  readonly hint?: string;
  readonly autocomplete: string;
  readonly problems?: readonly FieldProblem[];
};

/** One input with its label, its hint and what is wrong with it, tied together for screen readers. */
export function Field({
  name,
  label,
  language,
  type = "text",
  value = "",
  hint,
  autocomplete,
  problems = [],
}: FieldProps) {
  const problem = problems.find(({ path }) => path === name);
  const described = [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean).join(" ");
  return (
    <>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        required
        maxlength={type === "password" ? undefined : 200}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={described === "" ? undefined : described}
      />
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p class="problem" id={`${name}-problem`}>
          {fieldSentence(problem.code, language, problem.params)}
        </p>
      ) : null}
    </>
  );
}
