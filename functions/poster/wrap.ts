/** Marks that may not begin a line (避头). */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{Po}%°]/u;
/** Marks that may not end one (避尾). */
const NOT_LAST = /[\p{Ps}\p{Pi}]$/u;

/** Short brackets with what is in them (a weekday), single Chinese characters, spaces, words of other scripts. */
const PIECES =
  /（[^（）\s]{1,6}）|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\s+|[^\s（\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|（/gu;

/** Breaks a text into lines of at most this width: between Chinese characters, and between words of other scripts. */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text)) {
    if (line === "" || widthOf(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines.flatMap((one) => (widthOf(one) <= width ? [one] : chopped(one, width, widthOf)));
}

/** What stays together: words with the space after them, single Chinese characters, marks with their neighbour. */
function piecesOf(text: string): string[] {
  const raw = text.match(PIECES) ?? [];
  const pieces: string[] = [];
  for (const piece of raw) {
    const last = pieces.at(-1);
    const sticks = last !== undefined && (NOT_FIRST.test(piece) || NOT_LAST.test(last) || /^\s/.test(piece));
    if (sticks) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** A word longer than a line, such as an address, is cut where the line ends. */
function chopped(word: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const char of word) {
    if (line !== "" && widthOf(line + char) > width) {
      lines.push(line);
      line = "";
    }
    line += char;
  }
  return line === "" ? lines : [...lines, line];
}
