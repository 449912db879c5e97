/**
 * Surnames (姓) that are read otherwise than the same character elsewhere, each with a text that is read as the surname
 * is: the collation of Chinese knows one reading of a character, and a roll is sorted by how people are called.
 */
const READ_AS: Readonly<Record<string, string>> = {
  万俟: "墨骑",
  尉迟: "玉迟",
  单于: "缠于",
  澹台: "谈台",
  曾: "增",
  单: "善",
  仇: "求",
  解: "谢",
  区: "欧",
  查: "渣",
  覃: "秦",
  任: "人",
  朴: "瓢",
  盖: "葛",
  缪: "妙",
  翟: "宅",
  乐: "月",
  员: "运",
  冼: "险",
  繁: "婆",
  折: "舌",
  召: "绍",
  郄: "怯",
  句: "勾",
  薄: "博",
};

const collator = new Intl.Collator("zh-CN");

/** A name written by characters that are read the way the surname is. */
export function spoken(name: string): string {
  for (const length of [2, 1]) {
    const surname = [...name].slice(0, length).join("");
    if (Object.hasOwn(READ_AS, surname)) return READ_AS[surname] + name.slice(surname.length);
  }
  return name;
}

/** Order of two people's names by pinyin as people read them; equal only for the same name. */
export function compareNames(a: string, b: string): number {
  return collator.compare(spoken(a), spoken(b)) || collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Every surname of the table with the text it is read as. */
export const surnameReadings: readonly (readonly [surname: string, readAs: string])[] = Object.entries(READ_AS);
