import type { Label } from "../../schema/label.ts";

/** How a donor who did not wish to be named is called (S2.6). */
export const UNNAMED: Label = { zh: "热心居民", en: "A resident" };

/** A name with its middle hidden: 王小明 → 王*明, 王明 → 王*; a name in Latin letters keeps its first letter. */
export function maskedName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length <= 1) return "*".repeat(letters.length);
  if (/^[\x20-\x7e]+$/.test(name)) return `${letters[0]}***`;
  return letters.map((letter, at) => (at === 0 || (at === letters.length - 1 && at > 1) ? letter : "*")).join("");
}
