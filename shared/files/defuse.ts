/**
 * Signs with which office software begins to calculate (公式). Full-width ones count too: a Chinese keyboard types them.
 * An apostrophe before one of them is what we put there, so that one is doubled and every text comes back as it was.
 */
const STARTS_FORMULA = /^'*[=+\-@|\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const DEFUSED = /^'+[=+\-@|\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that no program takes for a formula. */
export function defuse(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was defused; any other text as it is. */
export function undefuse(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text;
}
