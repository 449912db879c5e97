import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CONTEXT_WORDS } from "../../shared/guard/context-words.ts";
import { ASVS_NUMBERS } from "./asvs-numbers.ts";

const ROOT = join(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "SECURITY.md"), "utf8");

/** The rows of the table, by its cells: number, level, what is asked, state, by what. */
const rows = text
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()))
  .map(([number = "", level = "", asked = "", state = "", by = ""]) => ({ number, level, asked, state, by }));

type Named = { readonly number: string; readonly file: string; readonly title: string };
/** Every test that a row names: `file`: title. */
function namedIn(list: typeof rows): Named[] {
  return list.flatMap(({ number, by }) =>
    by.split("<br>").flatMap((part) => {
      const [, file, title] = /^`([\w/-]+)`: (.+)$/.exec(part) ?? [];
      return file && title ? [{ number, file, title }] : [];
    }),
  );
}

/** What is wrong with the tests that are named, given the source of each test file; undefined where there is no file. */
function broken(named: readonly Named[], sourceOf: (file: string) => string | undefined): string[] {
  return named.flatMap(({ number, file, title }) => {
    const source = sourceOf(file);
    if (source === undefined) return [`${number}: there is no ${file}.test.ts`];
    return titlesIn(source).has(title) ? [] : [`${number}: ${file}.test.ts has no test "${title}"`];
  });
}

/** Titles of the tests in a source: what stands first in `test(`, `it(` or `.each(…)(`, and the names of a table's rows. */
function titlesIn(source: string): Set<string> {
  const called = /(?:\b(?:test|it)|\))\(\s*("(?:[^"\\\n]|\\.)*")\s*,/g;
  const named = /\[\s*("(?:[^"\\\n]|\\.)*")\s*,/g;
  const code = source.replace(/^\s*\/\/.*$/gm, "");
  const hasNames = /\)\(\s*"%s"\s*,/.test(code);
  const found = [...code.matchAll(called), ...(hasNames ? code.matchAll(named) : [])];
  return new Set(found.map(([, literal = '""']) => JSON.parse(literal)));
}

const sourceOf = (file: string) => {
  const path = join(ROOT, "tests", `${file}.test.ts`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};

describe("the table of OWASP ASVS 5.0.0 in SECURITY.md", () => {
  test("has each requirement of levels 1 and 2 once, at its level", () => {
    expect(ASVS_NUMBERS["1"]).toHaveLength(70);
    expect(ASVS_NUMBERS["2"]).toHaveLength(183);
    for (const level of ["1", "2"] as const) {
      const inTable = rows.filter((row) => row.level === level).map(({ number }) => number);
      expect(inTable.toSorted()).toEqual(ASVS_NUMBERS[level].toSorted());
    }
    expect(rows).toHaveLength(253);
  });

  test("says of each whether it is met, and names the tests that show it, or says why not", () => {
    for (const row of rows) {
      expect(row.asked, row.number).not.toBe("");
      expect(["met", "n/a", "**not met**"], row.number).toContain(row.state);
      if (row.state === "met") expect(namedIn([row]), row.number).not.toEqual([]);
      else expect(row.by.length, row.number).toBeGreaterThan(6);
    }
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    const unmet = rows.filter(({ state }) => state === "**not met**").map(({ number }) => number);
    expect(text).toContain(
      `${count("met")} are met, ${count("n/a")} do not apply, ${unmet.length} are not met: ${unmet.join(", ")}.`,
    );
  });

  test("names only tests that exist", () => {
    const named = namedIn(rows);
    expect(named.length).toBeGreaterThan(200);
    expect(broken(named, sourceOf)).toEqual([]);
  });

  test("would not go on naming a test that was called otherwise, taken out or moved", () => {
    const [named] = namedIn(rows.filter(({ number }) => number === "6.3.1"));
    if (!named) throw new Error("6.3.1 names no test");
    const other = (change: (source: string) => string) =>
      broken([named], (file) => change(sourceOf(file) ?? "")).length;
    expect(other((source) => source)).toBe(0);
    expect(other((source) => source.replace(named.title, `${named.title} at all`))).toBe(1);
    expect(other((source) => source.replace(named.title, ""))).toBe(1);
    expect(broken([named], () => undefined)).toHaveLength(1);
    // What was commented out, skipped or only stands in a text is no test.
    for (const gone of ["// it", "it.skip", "const of = x"]) {
      expect(broken([named], () => `${gone}(${JSON.stringify(named.title)}, async () => {});`)).toHaveLength(1);
    }
  });
});

test("the words that no password may be made of are those that SECURITY.md lists", () => {
  const [, listed = ""] = /and these words: ([^.]+)\./.exec(text) ?? [];
  expect(listed.split(", ").toSorted()).toEqual(CONTEXT_WORDS.toSorted());
});

test("every section that a row points to is there", () => {
  const headings = new Set([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading));
  const pointed = rows.flatMap(({ by }) => [...by.matchAll(/Section \*([^*]+)\*/g)].map(([, heading]) => heading));
  expect(pointed.length).toBeGreaterThan(10);
  expect(pointed.filter((heading) => !headings.has(heading))).toEqual([]);
});
