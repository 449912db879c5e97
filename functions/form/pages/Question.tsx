/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { FormWords } from "../../../shared/words/form.ts";

export type QuestionProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly words: FormWords;
  readonly required?: boolean;
  readonly value: string;
  /** What is wrong with the entry, in words. */
  readonly wrong: string | undefined;
  readonly kind?: "text" | "tel" | "number" | "long";
  readonly choices?: readonly string[];
  readonly autocomplete?: string;
  readonly max?: number;
};

/** One question with its label, hint and, beside it, what is wrong with the entry. */
export function Question({ name, label, hint, words, required, value, wrong, ...shape }: QuestionProps) {
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(" ");
  const common = {
    id: name,
    name,
    class: wrong ? "bad" : undefined,
    required: required ? true : undefined,
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": described || undefined,
  };
  return (
    <>
      <label for={name}>
        {label} {required ? null : <small>({words.form.optional})</small>}
      </label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {control(common, value, shape)}
      {wrong ? <Wrong name={name} words={words} text={wrong} /> : null}
    </>
  );
}

type Shape = Pick<QuestionProps, "kind" | "choices" | "autocomplete" | "max">;

function control(common: Record<string, unknown>, value: string, { kind = "text", choices, autocomplete, max }: Shape) {
  if (choices) {
    return (
      <select {...common}>
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === value ? true : undefined}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  if (kind === "long") {
    return (
      <textarea {...common} rows={3} maxlength={max}>
        {value}
      </textarea>
    );
  }
  return (
    <input
      {...common}
      type={kind === "tel" ? "tel" : "text"}
      inputmode={kind === "number" ? "numeric" : undefined}
      value={value}
      maxlength={max}
      autocomplete={autocomplete ?? "off"}
    />
  );
}

export type TickProps = {
  readonly name: string;
  readonly words: FormWords;
  readonly value: string;
  readonly checked: boolean;
  readonly required?: boolean;
  readonly wrong: string | undefined;
  readonly children: Child;
};

/** One thing to agree to. */
export function Tick({ name, words, value, checked, required, wrong, children }: TickProps) {
  return (
    <>
      <label class="tick" for={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value}
          checked={checked ? true : undefined}
          required={required ? true : undefined}
          aria-invalid={wrong ? "true" : undefined}
          aria-describedby={wrong ? `${name}-wrong` : undefined}
        />
        {children}
      </label>
      {wrong ? <Wrong name={name} words={words} text={wrong} /> : null}
    </>
  );
}

/** What is wrong with an entry, beside it. */
export function Wrong({
  name,
  words,
  text,
}: {
  readonly name: string;
  readonly words: FormWords;
  readonly text: string;
}) {
  return (
    <p class="wrong" id={`${name}-wrong`}>
      {words.problems.wrong}: {text}
    </p>
  );
}
