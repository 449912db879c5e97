/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Label, Language } from "../../../shared/schema/label.ts";
import type { AuthWord } from "../../../shared/words/auth.ts";
import { wordsIn } from "./words.ts";

type Props = {
  readonly language: Language;
  /** What people call the outside issuer; undefined where there is none. */
  readonly outside: Label | undefined;
  readonly action: string;
  readonly word: AuthWord;
  readonly children?: Child;
};

/** The other door (统一身份认证登录): a button that leads to the outside issuer. */
export function OutsideForm({ language, outside, action, word, children }: Props) {
  if (!outside) return null;
  return (
    <form method="post" action={action}>
      {children}
      <button class="quiet" type="submit">
        {wordsIn(language)(word, { label: outside[language] })}
      </button>
    </form>
  );
}
