import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/**
 * Everything a file needs before the lists of definitions are written: what it imports as it starts, save types, and
 * what it imports later on while nothing was written.
 */
function neededBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (file.endsWith(".gen.ts")) return found;
  const text = readFileSync(file, "utf8");
  const [early = ""] = text.split("writeCatalogues();");
  const imports = /(?:^(?:import|export) (?!type )[^;]*?|^const [^=]+= await import\()"(\.[^"]+\.ts)"/gm;
  for (const [, path = ""] of early.matchAll(imports)) {
    neededBy(join(dirname(file), path), found);
  }
  return found;
}

const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const entry = /node (\S+\.ts)/.exec(script)?.[1];
  return entry === undefined ? [] : [{ name, entry }];
});

test.each(commands)("npm run $name starts on a fresh checkout, where nothing was generated yet", ({ entry }) => {
  expect([...neededBy(join(root, entry))].filter((file) => file.endsWith(".gen.ts"))).toEqual([]);
});

test("a command that needed a generated file would be found out", () => {
  expect([...neededBy(join(root, "infra/local/start-instance.ts"))].some((file) => file.endsWith(".gen.ts"))).toBe(
    true,
  );
});
