import type { Label } from "./label.ts";

/** One entry of a code list: what it is called, and what real files call it. */
export type Code = Label & {
  /** Other words met in files that mean the same code. */
  readonly aliases?: readonly string[];
  /** Kept so that old data is understood, but not offered to a clerk. */
  readonly hidden?: true;
};

/** A closed list of values with their words (代码表). The key is what is stored and sent. */
export type CodeList = { readonly name: string; readonly codes: Readonly<Record<string, Code>> };

export function defineCodes(name: string, codes: Readonly<Record<string, Code>>): CodeList {
  return { name, codes };
}

/** The words of a code in one language; an unknown code shows as itself. */
export function codeLabel(list: CodeList, code: string, language: "zh" | "en"): string {
  return list.codes[code]?.[language] ?? code;
}

/** The code that a word written by people means: its code, either language's word, or an alias. */
export function codeFromText(list: CodeList, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (Object.hasOwn(list.codes, text.trim())) return text.trim();
  for (const [code, words] of Object.entries(list.codes)) {
    const names = [code, words.zh, words.en, ...(words.aliases ?? [])];
    if (names.some((name) => name.toLowerCase() === wanted)) return code;
  }
  return undefined;
}
