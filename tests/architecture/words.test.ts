import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Lines of a source file in which Chinese stands outside a comment. */
function spokenLines(path: string): string[] {
  const text = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\{\/\*[\s\S]*?\*\/\}/g, "");
  return text
    .split("\n")
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ""))
    .filter((line) => /\p{Script=Han}/u.test(line));
}

test("what people read stands in shared, in both languages, and nowhere in functions or the console", () => {
  const found = ["functions", "admin"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx?|css|html)$/.test(name))
      .flatMap((name) => spokenLines(join(ROOT, folder, name)).map((line) => `${folder}/${name}: ${line.trim()}`)),
  );
  expect(found).toEqual([]);
});
