import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Bench } from "./bench-types.ts";
import { grouped, printTable } from "./table.ts";

const ROOT = join(import.meta.dirname, "../..");
const GOAL = 0.35;

/** Folders of which the first that holds a file counts it. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "engine (local DynamoDB)": ["infra/local/dynamodb"],
  "demo data": ["infra/local/demo"],
  "runner (the template on one machine)": ["infra/local"],
  "stack and build": ["infra"],
  sheet: ["admin/sheet"],
  "console without the sheet": ["admin"],
  functions: ["functions"],
  rules: ["shared/rules"],
  definitions: [
    "registers",
    "codes",
    "flows",
    "votes",
    "meetings",
    "publications",
    "duties",
    "statistics",
    "parameters",
    "calculations",
    "coverage",
  ].map((name) => `shared/${name}`),
  "rest of what is shared": ["shared"],
};

/** Those that serve the rules, and should stay small beside them. */
const SERVING = ["engine (local DynamoDB)", "runner (the template on one machine)", "sheet"];

/** Share of lines by folder, without tests and without what is generated (行数). */
export const benchLines: Bench = async () => {
  const files = globSync("{shared,functions,admin,infra}/**/*.{ts,tsx,css}", { cwd: ROOT })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !path.endsWith(".gen.ts"));
  const lines = new Map(Object.keys(PARTS).map((part) => [part, 0]));
  for (const path of files) {
    const part = Object.keys(PARTS).find((name) => PARTS[name]?.some((folder) => path.startsWith(`${folder}/`)));
    if (part === undefined) throw new Error(`${path} belongs to no part`);
    lines.set(part, (lines.get(part) ?? 0) + readFileSync(join(ROOT, path), "utf8").split("\n").length - 1);
  }
  const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
  const share = (count: number) => `${((100 * count) / all).toFixed(1)} %`;
  const serving = SERVING.reduce((sum, part) => sum + (lines.get(part) ?? 0), 0);
  printTable(
    ["part", "lines", "share"],
    [
      ...[...lines].map(([part, count]) => [part, grouped(count), share(count)]),
      ["all", grouped(all), share(all)],
      [`engine + runner + sheet (goal: at most ${100 * GOAL} %)`, grouped(serving), share(serving)],
    ],
  );
  console.log(serving <= GOAL * all ? "reached" : "MISSED");
};
