const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A number in digits of base 32 that sort as text like the numbers (Crockford's alphabet). */
export function sortableDigits(number: number, length: number): string {
  let text = "";
  for (let rest = Math.max(0, Math.floor(number)), digit = 0; digit < length; digit += 1) {
    text = DIGITS.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** An id of 26 characters: ten of the time in milliseconds, sixteen of chance. Ids sort in order of time. */
export function timeId(milliseconds: number, chance: Uint8Array): string {
  const tail = Array.from({ length: 16 }, (_, index) => DIGITS.charAt((chance[index % chance.length] ?? 0) % 32));
  return sortableDigits(milliseconds, 10) + tail.join("");
}

/** The time in an id made by `timeId`, as its first ten characters; undefined of any other text. */
export function timeOfId(id: string): string | undefined {
  return /^0[0-9a-hjkmnp-tv-z]{25}$/.test(id) ? id.slice(0, 10) : undefined;
}
