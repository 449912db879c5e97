import type { FieldProblem } from "../../shared/contract/refusal.ts";
import { CONTEXT_WORDS } from "../../shared/guard/context-words.ts";

export const LENGTH_MIN = 10;
export const LENGTH_MAX = 200;

/** So much must be left of a password without such words, the login, repeated letters and counting up or down. */
const OWN_MIN = 6;

/**
 * What is wrong with a password somebody chose; undefined when nothing is. Any letters will do and none must be there:
 * what counts is length, and that it is not what guessers try.
 */
export async function passwordProblem(password: string, login: string): Promise<FieldProblem | undefined> {
  const length = [...password].length;
  if (length < LENGTH_MIN) return { path: "password", code: "password-short", params: { min: LENGTH_MIN } };
  if (length > LENGTH_MAX) return { path: "password", code: "too-long", params: { max: LENGTH_MAX } };
  const { isCommon } = await import("./common-passwords.late.ts");
  return ownPart(password, login) < OWN_MIN || isCommon(password)
    ? { path: "password", code: "password-common" }
    : undefined;
}

/** How many characters are somebody's own: neither a word of here, nor one letter again, nor the next of a row. */
function ownPart(password: string, login: string): number {
  let rest = password.normalize("NFKC").toLowerCase();
  const words = [...CONTEXT_WORDS, ...(login === "" ? [] : [login])].sort((a, b) => b.length - a.length);
  for (const word of words) rest = rest.replaceAll(word, " ");
  const letters = [...rest].filter((letter) => letter !== " ");
  const isStep = (at: number) =>
    Math.abs((letters[at]?.codePointAt(0) ?? 0) - (letters[at - 1]?.codePointAt(0) ?? 0)) <= 1;
  return letters.filter((_, at) => at === 0 || !isStep(at)).length;
}
