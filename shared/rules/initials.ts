import { spoken } from "./surname-order.ts";

/** The first character of each letter's pinyin syllables, in collation order. */
const FIRST = [..."阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀"];
const LETTERS = "abcdefghjklmnopqrstwxyz";
const collator = new Intl.Collator("zh-CN");

/** The pinyin initials of a Chinese text (拼音首字母), by which people find a name: `张三` is `zs`. */
export function initialsOf(text: string): string {
  return [...spoken(text)].map(initialOf).join("");
}

function initialOf(char: string): string {
  if (!/\p{Script=Han}/u.test(char)) return char.toLowerCase();
  let at = FIRST.length - 1;
  while (at > 0 && collator.compare(char, FIRST[at] ?? "") < 0) at -= 1;
  return LETTERS[at] ?? "";
}
