/** What is wrong with a text before its meaning is looked at; undefined when nothing is. */
export function textProblem(text: string, multiline: boolean): "control-character" | "broken-text" | undefined {
  if (/\p{Surrogate}/u.test(text)) return "broken-text";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20 && !(multiline && (char === "\n" || char === "\t"))) return "control-character";
    if (code === 0x7f || (code >= 0x80 && code < 0xa0)) return "control-character";
  }
  return undefined;
}

/** A text as it is kept: composed characters, one kind of line end, no white space around it. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\u200b|\ufeff/g, "")
    .trim();
}

/** A person's name as it is kept: the spaces that forms put between two characters are gone (孙　勇). */
export function cleanPersonName(text: string): string {
  const clean = cleanText(text)
    .replace(/\u3000/g, " ")
    .replace(/\s+/g, " ");
  return clean.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1");
}
