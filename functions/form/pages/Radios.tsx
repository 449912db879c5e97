/** @jsxImportSource hono/jsx */
import type { FormWords } from "../../../shared/words/form.ts";
import { Wrong } from "./Question.tsx";

export type RadiosProps = {
  readonly name: string;
  readonly label: string;
  readonly words: FormWords;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

/** One of a few choices, each a line that a thumb meets. */
export function Radios({ name, label, words, value, wrong, choices }: RadiosProps) {
  return (
    <fieldset id={name}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label class="tick" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value ? true : undefined}
            required
          />
          {choice.label}
        </label>
      ))}
      {wrong ? <Wrong name={name} words={words} text={wrong} /> : null}
    </fieldset>
  );
}
