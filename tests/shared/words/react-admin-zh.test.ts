import english from "ra-language-english";
import { expect, test } from "vitest";
import { reactAdminZh } from "../../../shared/words/react-admin-zh.ts";

/** Every message by its dotted key. */
function flat(messages: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

/** Variables a message fills in. Both halves of a plural may leave the number out, so the whole text counts. */
const variables = (text: string) => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name))].sort();

const [zh, en] = [flat(reactAdminZh), flat(english)];

test("everything react-admin can say has Chinese words, and nothing else does", () => {
  expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
});

test("a Chinese message fills in what the English one does", () => {
  for (const [key, text] of en) expect([key, variables(zh.get(key) ?? "")]).toEqual([key, variables(text)]);
});

test("a message with a plural has two forms in both languages", () => {
  for (const [key, text] of en) expect([key, zh.get(key)?.includes("||||")]).toEqual([key, text.includes("||||")]);
});

test("no message is left in English", () => {
  const left = [...zh].filter(([key, text]) => text === en.get(key) && /[a-z]{3}/i.test(text.replace(/%\{\w+\}/g, "")));
  expect(left).toEqual([]);
});
